package io.framewire;

/** Computes the reply to a frame from this very frame, in bidirectional mode. */
@FunctionalInterface
public interface ReplyHandler {
  /**
   * Answers one frame, on the thread that receives it and before it is handed out: the sender waits
   * meanwhile, and so does a close of the receiver.
   *
   * @param received the frame with what came with it; stays the receiver's, so retain or copy what
   *     is needed longer than this call
   * @return the reply, which the receiver closes; {@link Reply#none} for none
   * @throws Exception to end the stream with an error
   */
  Reply reply(ReceivedFrame received) throws Exception;
}
