package io.framewire;

import io.framewire.error.TransportException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Room for one value, which a newer one replaces. What waits when the values end is still handed
 * out. Safe for use by several threads.
 *
 * @param <T> what is kept
 */
final class LatestSlot<T> {
  private static final long LOOK_MILLIS = 1000;

  private final Consumer<T> discard;
  private Optional<T> waiting = Optional.empty();
  private Optional<Throwable> failure = Optional.empty();
  private boolean ended;
  private boolean closed;

  /** {@code discard} is given each value that nobody takes. */
  LatestSlot(Consumer<T> discard) {
    this.discard = discard;
  }

  /** Puts a value in; true if it replaced one. */
  synchronized boolean put(T value) {
    if (closed) {
      discard.accept(value);
      return false;
    }
    boolean replaced = waiting.isPresent();
    waiting.ifPresent(discard);
    waiting = Optional.of(value);
    notifyAll();
    return replaced;
  }

  /** Waits for a value; empty, or what the values ended with thrown, when there are no more. */
  synchronized Optional<T> take() {
    awaitOne();
    Optional<T> taken = waiting;
    waiting = Optional.empty();
    if (taken.isEmpty() && failure.isPresent()) {
      throw failure();
    }
    return taken;
  }

  private void awaitOne() {
    try {
      while (waiting.isEmpty() && !ended) {
        wait(LOOK_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new TransportException("interrupted while waiting for the next frame", interrupted);
    }
  }

  /** It is thrown once: whoever asks again is told that there are no more. */
  private RuntimeException failure() {
    Throwable thrown = failure.orElseThrow();
    failure = Optional.empty();
    if (thrown instanceof Error error) {
      throw error;
    }
    return (RuntimeException) thrown;
  }

  /** No more values come. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** No more values come, because of this exception or error. */
  synchronized void fail(Throwable why) {
    if (!closed) {
      failure = Optional.of(why);
    }
    end();
  }

  /** Whether nothing waits and nothing comes any more. */
  synchronized boolean isOver() {
    return ended && waiting.isEmpty();
  }

  /** Lets go of what waits, and of whatever comes after. */
  synchronized void close() {
    closed = true;
    waiting.ifPresent(discard);
    waiting = Optional.empty();
    failure = Optional.empty();
    end();
  }
}
