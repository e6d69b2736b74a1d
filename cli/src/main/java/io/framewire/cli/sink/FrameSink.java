package io.framewire.cli.sink;

import io.framewire.ReceivedFrame;

/** Takes every received frame. */
public interface FrameSink extends AutoCloseable {
  /**
   * Takes one.
   *
   * @param received the frame, valid until this returns
   */
  void take(ReceivedFrame received);

  @Override
  void close();
}
