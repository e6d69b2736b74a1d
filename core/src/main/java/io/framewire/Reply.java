package io.framewire;

import io.framewire.frame.Frame;
import io.framewire.wire.Message;
import java.util.Optional;

/**
 * What a receiver answered to a frame in bidirectional mode: a plain value, an array, or nothing.
 * In every other mode and pattern it is nothing. The caller owns the array; {@link #close} closes
 * it.
 */
public final class Reply implements AutoCloseable {
  static final Reply NONE = new Reply(Optional.empty(), Optional.empty());

  private final Optional<Object> data;
  private final Optional<Frame> array;

  private Reply(Optional<Object> data, Optional<Frame> array) {
    this.data = data;
    this.array = array;
  }

  static Reply of(Message.DataReply reply) {
    return reply.data().isEmpty() ? NONE : new Reply(reply.data(), Optional.empty());
  }

  static Reply of(Message.ArrayReply reply) {
    return new Reply(Optional.empty(), Optional.of(reply.frame()));
  }

  /**
   * The plain value, of the types {@link Message} lists.
   *
   * @return the value; empty if there is none or it is an array
   */
  public Optional<Object> data() {
    return data;
  }

  /**
   * The array.
   *
   * @return a frame, valid until this reply is closed unless retained; empty if the reply is no
   *     array
   */
  public Optional<Frame> array() {
    return array;
  }

  /** Closes the array, if there is one. Once. */
  @Override
  public void close() {
    array.ifPresent(Frame::close);
  }

  @Override
  public String toString() {
    return array.<Object>map(frame -> frame).or(() -> data).map(Object::toString).orElse("nothing");
  }
}
