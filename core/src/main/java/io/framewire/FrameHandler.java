package io.framewire;

/** What a program does with each frame it receives. */
@FunctionalInterface
public interface FrameHandler {
  /**
   * Handles one frame, on the receiver's thread: the next one is not asked for before this returns.
   *
   * @param frame the frame, valid until this returns; retain or copy what is needed longer
   * @throws Exception to end the stream with an error
   */
  void handle(ReceivedFrame frame) throws Exception;
}
