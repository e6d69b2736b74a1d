package io.framewire.wire;

import io.framewire.frame.Frame;
import java.util.Objects;
import java.util.Optional;

/**
 * What the two ends say to each other, before a codec makes bytes of it. The <i>data</i> that goes
 * with frames and replies is a plain value: {@link String}, {@link Long} (or any other integer, up
 * to an unsigned 64-bit one as {@link java.math.BigInteger}), {@link Double}, {@link Boolean},
 * {@code byte[]}, {@link java.util.List} and {@link java.util.Map} of these; an absent value is no
 * data. Messages that hold a frame own it.
 */
public sealed interface Message extends AutoCloseable {

  /** Closes the frame, if the message holds one. */
  @Override
  default void close() {}

  /**
   * Sender to receiver: one frame.
   *
   * @param frame the frame, owned by the message
   * @param bidirectional whether the sender is in bidirectional mode
   * @param data what goes with the frame; only meaningful in bidirectional mode
   */
  record FrameMessage(Frame frame, boolean bidirectional, Optional<Object> data)
      implements Message {
    /**
     * Refuses nulls.
     *
     * @param frame the frame, owned by the message
     * @param bidirectional whether the sender is in bidirectional mode
     * @param data what goes with the frame; only meaningful in bidirectional mode
     */
    public FrameMessage {
      Objects.requireNonNull(frame, "frame");
      Objects.requireNonNull(data, "data");
    }

    @Override
    public void close() {
      frame.close();
    }
  }

  /** Sender to receiver: no more frames. */
  record End() implements Message {}

  /**
   * Receiver to sender, outside bidirectional mode: the frame arrived.
   *
   * @param text any words
   */
  record Acknowledgement(String text) implements Message {}

  /**
   * Receiver to sender, in bidirectional mode: a plain value.
   *
   * @param data the value; empty for none
   */
  record DataReply(Optional<Object> data) implements Message {}

  /**
   * Receiver to sender, in bidirectional mode: an array.
   *
   * @param frame the array, owned by the message
   */
  record ArrayReply(Frame frame) implements Message {
    @Override
    public void close() {
      frame.close();
    }
  }

  /**
   * Receiver to sender: the end was seen.
   *
   * @param text any words
   */
  record EndConfirmation(String text) implements Message {}
}
