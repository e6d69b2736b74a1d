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

  /**
   * Who is told when a person wants no more frames, on any thread.
   *
   * @param end ends the stream
   */
  default void onEnough(Runnable end) {}

  @Override
  void close();
}
