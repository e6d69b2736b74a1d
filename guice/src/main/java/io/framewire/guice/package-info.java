/**
 * Framewire for Guice: {@link io.framewire.guice.FramewireBinder} declares senders and receivers,
 * {@link io.framewire.guice.Streams} starts and closes them.
 */
package io.framewire.guice;
