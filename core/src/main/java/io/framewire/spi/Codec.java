package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import io.framewire.error.ProtocolException;
import io.framewire.frame.FramePool;
import io.framewire.wire.Message;
import io.framewire.wire.Multipart;

/**
 * Turns the conversation's messages into parts and back. What it does depends on no earlier call,
 * so that one instance serves a stream's both directions; used by one thread at a time.
 */
public interface Codec {
  /**
   * Writes a message. Frame elements are not copied where the frame's memory has room for the
   * header; see {@link io.framewire.frame.Frame#withHeader}.
   *
   * @param message what to say; stays the caller's, who may close it as soon as this returns
   * @param pool where memory for a copy comes from
   * @return the parts, which the caller owns and closes
   * @throws ConfigurationException if the message holds a value or dtype that this wire cannot
   *     carry
   */
  Multipart encode(Message message, FramePool pool);

  /**
   * Reads what a sender said, which may be anything at all.
   *
   * @param parts what arrived; the codec's from here on, also when it throws
   * @return a {@link Message.FrameMessage} or {@link Message.End} that the caller owns and closes
   * @throws ProtocolException if it is not a message of this wire; it says what was wrong
   */
  Message decodeFromSender(Multipart parts);

  /**
   * Reads what a receiver said, which may be anything at all.
   *
   * @param parts what arrived; the codec's from here on, also when it throws
   * @return an answer that the caller owns and closes
   * @throws ProtocolException if it is not a message of this wire; it says what was wrong
   */
  Message decodeFromReceiver(Multipart parts);
}
