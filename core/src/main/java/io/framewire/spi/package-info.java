/**
 * The four kinds of plugin: where frames come from ({@link io.framewire.spi.FrameSource}), what is
 * done to them ({@link io.framewire.spi.Stabilizer}), what bytes they become ({@link
 * io.framewire.spi.Codec}) and what carries those ({@link io.framewire.spi.Transport}). Each has a
 * provider, found with {@link java.util.ServiceLoader}.
 */
package io.framewire.spi;
