package io.framewire.spi;

import io.framewire.error.ProtocolException;
import io.framewire.error.RefusedMessageException;
import io.framewire.error.TransportException;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import java.time.Duration;
import java.util.Optional;

/**
 * One end of a connection that moves multipart messages, each whole or not at all. Sending and
 * receiving are done by one thread at a time; everything else may be called by any, after a close
 * too, and but for {@link #close} does not wait.
 *
 * <p>After a {@link ProtocolException} a transport can only be closed, and the stream ends, or goes
 * on with a new one where it skips bad messages and the situation is not {@link
 * Situation.State#INCOMPATIBLE}. Only after a {@link RefusedMessageException} from {@link #receive}
 * is the transport as good as before.
 */
public interface Transport extends AutoCloseable {
  /** What became of a message. */
  enum Sent {
    /** It is on its way. */
    YES,
    /** The pattern drops what a slow receiver has no room for, and dropped it. */
    DROPPED,
    /** It is on its way to some receivers, and was dropped for at least one that had no room. */
    PARTLY,
    /** There was no room, or nobody to send to, within the time given; nothing was sent. */
    TIMED_OUT,
    /**
     * The peer left in the middle of it, so nobody has got it. This transport can only be closed.
     */
    LOST
  }

  /**
   * Sends a message, waiting for room, or for a peer, where the pattern does.
   *
   * @param message what to send; the transport's from here on, also when it throws. Its memory
   *     returns to its pool when the transport is certain that nobody reads it any more, and is
   *     abandoned where that can never be certain
   * @param timeout how long to wait at most
   * @return what became of it
   * @throws ProtocolException if the peer turned out to be incompatible, or what peers sent was
   *     more than the transport can put up with
   * @throws TransportException if the transport was closed or broke
   */
  Sent send(Multipart message, Duration timeout);

  /**
   * Waits for a message. On the sender's side of a pattern that answers, the message is the answer
   * to what was sent last, and says that it was taken. On the receiver's side it may be asked for
   * again before the last message was answered, which then has no answer, or an empty one where the
   * pattern cannot do without.
   *
   * @param timeout how long to wait at most
   * @return a message that the caller owns and closes; empty if none came in time
   * @throws RefusedMessageException if a message came that was refused before it was read, for its
   *     number of parts or its size; it counts as received, so that it may be answered
   * @throws ProtocolException if the peer turned out to be incompatible, or what peers sent was
   *     more than the transport can put up with
   * @throws TransportException if the transport was closed or broke
   */
  Optional<Multipart> receive(Duration timeout);

  /**
   * Where it is bound or connected, with the port that was found where 0 was asked for.
   *
   * @return the endpoint
   */
  Endpoint endpoint();

  /**
   * What is known about the other side, for messages about why nothing comes.
   *
   * @return the state and a few words about it
   */
  Situation situation();

  /**
   * How many peers have left, of those that had shown that they speak the same protocol. When it
   * has grown since a message was sent, an answer to that may never come.
   *
   * @return 0 or more; never less than before
   */
  long peersLost();

  /**
   * How many messages with frames, those with a part in a pool's memory, this took for sending that
   * were lost with a connection or with the close, in the patterns without answers. What the
   * operating system had taken already cannot be known.
   *
   * @return 0 or more; never less than before
   */
  long messagesLost();

  /**
   * Whether what was sent last is known to be lost, in the patterns without answers. Asked after
   * the close.
   *
   * @return true if it has not left and never will
   */
  boolean lastLost();

  /**
   * Ends the connection and every wait on it, which then throws {@link TransportException}. What
   * was sent before still has the given time to leave. Can be called twice; only the first call
   * waits.
   *
   * @param linger how long to wait at most for what is queued
   */
  void close(Duration linger);

  /** Ends the connection at once. */
  @Override
  default void close() {
    close(Duration.ZERO);
  }
}
