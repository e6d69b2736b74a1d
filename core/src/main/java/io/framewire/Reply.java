package io.framewire;

import io.framewire.frame.Frame;
import io.framewire.wire.Message;
import java.util.Objects;
import java.util.Optional;

/**
 * What a receiver answers to a frame in bidirectional mode: a plain value, an array, or nothing. In
 * every other mode and pattern it is nothing. Whoever is handed one owns the array; {@link #close}
 * closes it.
 */
public final class Reply implements AutoCloseable {
  static final Reply NONE = new Reply(Optional.empty(), Optional.empty());

  private final Optional<Object> data;
  private final Optional<Frame> array;

  private Reply(Optional<Object> data, Optional<Frame> array) {
    this.data = data;
    this.array = array;
  }

  /**
   * A plain value as a reply.
   *
   * @param data a value of the types {@link Message} lists; a {@link Frame} is taken over as by
   *     {@link #of(Frame)}
   * @return the reply
   */
  public static Reply of(Object data) {
    Objects.requireNonNull(data, "data");
    return data instanceof Frame frame ? of(frame) : new Reply(Optional.of(data), Optional.empty());
  }

  /**
   * An array as a reply. An echo is {@code Reply.of(received.frame().retain())}.
   *
   * @param array the array, the reply's from here on
   * @return the reply
   */
  public static Reply of(Frame array) {
    return new Reply(Optional.empty(), Optional.of(array));
  }

  /**
   * No reply but that the frame arrived.
   *
   * @return the empty reply
   */
  public static Reply none() {
    return NONE;
  }

  static Reply from(Message.DataReply reply) {
    return reply.data().isEmpty() ? NONE : new Reply(reply.data(), Optional.empty());
  }

  static Reply from(Message.ArrayReply reply) {
    return of(reply.frame());
  }

  /** As it is sent; the array in it stays this reply's. */
  Message message() {
    return array.<Message>map(Message.ArrayReply::new).orElseGet(() -> new Message.DataReply(data));
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
