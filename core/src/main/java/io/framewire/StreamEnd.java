package io.framewire;

import io.framewire.error.TransportException;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One stream's turn-taking and its end: the conversation is held by one thread at a time, and it
 * ends once, whether by itself, by a failure or by a close from another thread.
 */
final class StreamEnd {
  private static final Logger LOG = LoggerFactory.getLogger(StreamEnd.class);

  private final Connection connection;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile Optional<Ended> closing = Optional.empty();
  private volatile long closeBy;
  private volatile Optional<Ended> ended = Optional.empty();
  private volatile boolean confirmed;

  StreamEnd(Connection connection) {
    this.connection = connection;
  }

  /** The turn to talk; held while a frame is exchanged and while the stream ends. */
  ReentrantLock turn() {
    return turn;
  }

  boolean isOver() {
    return ended.isPresent();
  }

  /** Whether somebody wants this end to stop, or it has. */
  boolean isClosing() {
    return closing.isPresent() || isOver();
  }

  /** From here on the time that {@code close} may take runs. */
  synchronized void markClosing(Ended reason) {
    if (closing.isEmpty()) {
      closeBy = System.nanoTime() + connection.options.closeLimit().toNanos();
      closing = Optional.of(reason);
    }
  }

  void requireOpen() {
    if (isClosing()) {
      throw alreadyEnded();
    }
  }

  /** For who has the turn: a frame that is about to go when the close comes still goes. */
  void requireNotOver() {
    if (isOver()) {
      throw alreadyEnded();
    }
  }

  private TransportException alreadyEnded() {
    return new TransportException(
        "this stream has ended ("
            + ended.orElse(Ended.CLOSED).word()
            + "): build a new one to go on");
  }

  StreamSummary summary() {
    return new StreamSummary(ended.orElse(Ended.CLOSED), confirmed, connection.snapshot());
  }

  /**
   * The end, the first time it is called; the farewell is said while the transport is still open.
   * That it fails is no more than a warning: the stream is over either way.
   */
  void finish(Ended reason, Farewell farewell) {
    turn.lock();
    try {
      if (isOver()) {
        return;
      }
      ended = Optional.of(reason);
      try {
        confirmed = farewell.say();
      } catch (RuntimeException failure) {
        LOG.atLevel(closing.isPresent() ? Level.DEBUG : Level.WARN)
            .log(
                "the other side could not be told that the stream is over: {}", failure.toString());
      }
      closeConnection(reason);
      takeBackIfLost();
    } finally {
      turn.unlock();
    }
  }

  /** Without answers, the last word is taken for heard as soon as it is on its way. */
  private void takeBackIfLost() {
    if (confirmed && connection.transport().lastLost()) {
      confirmed = false;
      LOG.warn(
          "the end of the stream was lost: the receiver left, or read too slowly for what was queued");
    }
  }

  private void closeConnection(Ended reason) {
    connection.states.ended(reason);
    try {
      connection.close(linger(reason));
    } finally {
      connection.pool.close();
    }
  }

  /** What was said last deserves time to leave, unless nobody is there to hear it. */
  private Duration linger(Ended reason) {
    boolean somebodyListens =
        connection.options.role() == Role.RECEIVER
            ? reason != Ended.TIMEOUT && reason != Ended.ERROR
            : confirmed || reason == Ended.PROTOCOL;
    if (!somebodyListens) {
      return Duration.ZERO;
    }
    return closing.isPresent() ? leftToClose() : connection.options.closeLimit();
  }

  private Duration leftToClose() {
    return Duration.ofNanos(Math.max(0, closeBy - System.nanoTime()));
  }

  /** Ends the stream at once, breaking the wait of the thread that has the turn. */
  void stop(Ended reason) {
    close(reason, 0, limit -> finish(reason, () -> false));
  }

  /** Ends a stream that somebody wants to stop. */
  void finishClosing() {
    finish(closing.orElse(Ended.CLOSED), () -> false);
  }

  /** Ends a stream whose other side cannot be talked to any more. */
  void fail(Throwable failure) {
    finish(closing.orElseGet(() -> Ended.of(failure)), () -> false);
  }

  /**
   * Ends the stream from any thread: politely if the turn can be had soon, otherwise by breaking
   * the wait of the thread that has it.
   *
   * @param reason why, unless it ends by itself meanwhile
   * @param patience the share of the time to close that may go by before a wait is broken
   * @param polite is called with the turn, and with the time that is left
   */
  void close(Ended reason, double patience, Consumer<Duration> polite) {
    markClosing(reason);
    if (!awaitTurn((long) (leftToClose().toNanos() * patience))) {
      connection.close(Duration.ZERO);
      if (!awaitTurn(leftToClose().toNanos())) {
        return;
      }
    }
    try {
      polite.accept(leftToClose());
    } finally {
      turn.unlock();
    }
  }

  /** An interrupted thread that closes a stream still closes it: the wait is short enough. */
  private boolean awaitTurn(long nanos) {
    long deadline = System.nanoTime() + nanos;
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return turn.tryLock(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Says the last words; true if the other side is certain to have heard them. */
  @FunctionalInterface
  interface Farewell {
    boolean say();
  }
}
