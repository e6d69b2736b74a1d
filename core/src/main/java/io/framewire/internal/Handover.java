package io.framewire.internal;

import io.framewire.error.TransportException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Values on their way from one thread to another: a bounded queue, or room for the newest only.
 * What waits when the values end is still handed out. Safe for use by several threads.
 *
 * @param <T> what is handed over
 */
public final class Handover<T> {
  private static final long LOOK_MILLIS = 1000;

  private final Deque<T> waiting = new ArrayDeque<>();
  private final Consumer<T> discard;
  private final boolean newestOnly;
  private final int most;
  private final long mostBytes;
  private final ToLongFunction<T> size;
  private Optional<Throwable> failure = Optional.empty();
  private long bytes;
  private boolean ended;
  private boolean closed;

  private Handover(
      Consumer<T> discard, boolean newestOnly, int most, long mostBytes, ToLongFunction<T> size) {
    this.discard = discard;
    this.newestOnly = newestOnly;
    this.most = most;
    this.mostBytes = mostBytes;
    this.size = size;
  }

  /**
   * Room for one value, which a newer one replaces.
   *
   * @param <T> what is handed over
   * @param discard is given each value that nobody takes
   * @return the handover
   */
  public static <T> Handover<T> newest(Consumer<T> discard) {
    return new Handover<>(discard, true, 1, Long.MAX_VALUE, value -> 0);
  }

  /**
   * A queue, where who puts waits for room. One value always has room, however large.
   *
   * @param <T> what is handed over
   * @param most how many values may wait
   * @param mostBytes how many bytes of values may wait
   * @param size says how many bytes a value has
   * @param discard is given each value that nobody takes
   * @return the handover
   */
  public static <T> Handover<T> queue(
      int most, long mostBytes, ToLongFunction<T> size, Consumer<T> discard) {
    return new Handover<>(discard, false, most, mostBytes, size);
  }

  /**
   * Puts a value in, which is discarded where nobody will take it any more.
   *
   * @param value the value
   * @return whether it replaced one
   */
  public synchronized boolean put(T value) {
    boolean replaced = newestOnly && !waiting.isEmpty();
    if (replaced) {
      discardAll();
    }
    try {
      while (!closed && !hasRoomFor(value)) {
        wait(LOOK_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      close();
    }
    if (closed) {
      discard.accept(value);
      return false;
    }
    waiting.add(value);
    bytes += size.applyAsLong(value);
    notifyAll();
    return replaced;
  }

  private boolean hasRoomFor(T value) {
    return waiting.isEmpty()
        || waiting.size() < most && bytes + size.applyAsLong(value) <= mostBytes;
  }

  /**
   * Waits for a value.
   *
   * @return the oldest; empty when there are no more
   * @throws RuntimeException what the values ended with, once
   */
  public Optional<T> take() {
    return take(Optional.empty(), IllegalStateException::new);
  }

  /**
   * Waits for a value for a limited time.
   *
   * @param limit how long; empty for as long as it takes
   * @param late what to throw when it is over
   * @return the oldest; empty when there are no more
   * @throws RuntimeException what the values ended with, once, or what {@code late} gives
   */
  public synchronized Optional<T> take(Optional<Duration> limit, Supplier<RuntimeException> late) {
    awaitOne(limit, late);
    Optional<T> taken = Optional.ofNullable(waiting.poll());
    taken.ifPresent(value -> bytes -= size.applyAsLong(value));
    notifyAll();
    if (taken.isEmpty() && failure.isPresent()) {
      throw failure();
    }
    return taken;
  }

  private void awaitOne(Optional<Duration> limit, Supplier<RuntimeException> late) {
    long begun = System.nanoTime();
    try {
      while (waiting.isEmpty() && !ended) {
        long left =
            limit.map(most -> most.toNanos() - (System.nanoTime() - begun)).orElse(Long.MAX_VALUE);
        if (left <= 0) {
          throw late.get();
        }
        wait(Math.min(LOOK_MILLIS, TimeUnit.NANOSECONDS.toMillis(left) + 1));
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
  public synchronized void end() {
    ended = true;
    notifyAll();
  }

  /**
   * No more values come.
   *
   * @param why the unchecked exception or error because of which
   */
  public synchronized void fail(Throwable why) {
    if (!closed) {
      failure = Optional.of(why);
    }
    end();
  }

  /**
   * Whether it is all over.
   *
   * @return true if nothing waits and nothing comes any more
   */
  public synchronized boolean isOver() {
    return ended && waiting.isEmpty();
  }

  /** Lets go of what waits, and of whatever comes after. */
  public synchronized void close() {
    closed = true;
    discardAll();
    failure = Optional.empty();
    end();
  }

  private void discardAll() {
    waiting.forEach(discard);
    waiting.clear();
    bytes = 0;
  }
}
