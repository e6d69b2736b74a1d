package io.framewire;

import io.framewire.error.TransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One stream's turn-taking and its end: the conversation is held by one thread at a time, and it
 * ends once, whether by itself, by a failure or by a close from another thread.
 */
final class StreamEnd {
  private final Connection connection;
  private final StatisticsCollector statistics;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean closing;
  private volatile Optional<Ended> ended = Optional.empty();
  private volatile boolean confirmed;

  StreamEnd(Connection connection, StatisticsCollector statistics) {
    this.connection = connection;
    this.statistics = statistics;
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
    return closing || isOver();
  }

  void markClosing() {
    closing = true;
  }

  void requireOpen() {
    if (isClosing()) {
      throw new TransportException(
          "this stream has ended ("
              + ended.orElse(Ended.CLOSED).word()
              + "): build a new one to go on");
    }
  }

  StreamSummary summary() {
    return new StreamSummary(ended.orElse(Ended.CLOSED), confirmed, statistics.snapshot());
  }

  /**
   * The end, the first time it is called; the farewell is said while the transport is still open.
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
      } finally {
        connection.transport.close(linger(reason));
        connection.pool.close();
      }
    } finally {
      turn.unlock();
    }
  }

  /** What was said last deserves time to leave, unless nobody is there to hear it. */
  private Duration linger(Ended reason) {
    return confirmed || reason == Ended.PROTOCOL ? connection.options.closeLimit() : Duration.ZERO;
  }

  /** Ends a stream whose other side cannot be talked to any more. */
  void fail(Throwable failure) {
    finish(closing ? Ended.CLOSED : Failures.reason(failure), () -> false);
  }

  /**
   * Ends the stream from any thread: politely if the turn can be had in time, otherwise by breaking
   * the wait.
   */
  void close(Consumer<Ended> polite) {
    closing = true;
    boolean mine = false;
    try {
      mine = turn.tryLock(connection.options.closeLimit().toMillis() / 2, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!mine) {
      connection.transport.close();
      return;
    }
    try {
      polite.accept(Ended.CLOSED);
    } finally {
      turn.unlock();
    }
  }

  /** Says the last words; true if the other side is certain to have heard them. */
  @FunctionalInterface
  interface Farewell {
    boolean say();
  }
}
