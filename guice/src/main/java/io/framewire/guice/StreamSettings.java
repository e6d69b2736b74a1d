package io.framewire.guice;

import io.framewire.StreamBuilder;

/**
 * Options for every stream of an injector: its timeouts, what happens when the other side vanishes,
 * its keys. All that are bound with {@link FramewireBinder#addSettings} are applied to each builder
 * before its own options, which therefore win.
 */
@FunctionalInterface
public interface StreamSettings {
  /**
   * Sets options.
   *
   * @param builder a new {@link io.framewire.FrameSenderBuilder} or {@link
   *     io.framewire.FrameReceiverBuilder}
   */
  void apply(StreamBuilder<?> builder);
}
