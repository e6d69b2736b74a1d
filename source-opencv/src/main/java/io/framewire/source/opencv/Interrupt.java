package io.framewire.source.opencv;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends FFmpeg's waiting for a file or network: after a time limit, or when it was cancelled. The
 * limit is for waiting alone; while paused, its time stands still.
 */
final class Interrupt implements AutoCloseable {
  private static final Map<Long, Interrupt> BY_NUMBER = new ConcurrentHashMap<>();
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final long number = NUMBERS.incrementAndGet();
  private volatile Duration limit;
  private volatile long startNanos;
  private volatile long pausedNanos;
  private volatile boolean paused;
  private volatile boolean cancelled;

  Interrupt(Duration limit) {
    this.limit = limit;
    BY_NUMBER.put(number, this);
    restart();
  }

  /** The time limit counts from now. */
  void restart() {
    startNanos = System.nanoTime();
    pausedNanos = startNanos;
  }

  /** What follows is no waiting. */
  void pause() {
    pausedNanos = System.nanoTime();
    paused = true;
  }

  /** Waits on; what was waited before the pause counts. */
  void resume() {
    if (paused) {
      startNanos += System.nanoTime() - pausedNanos;
      paused = false;
    }
  }

  boolean cancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
  }

  boolean expired() {
    return System.nanoTime() - startNanos > limit.toNanos();
  }

  /** Changes the limit, from the next start on. */
  void limit(Duration newLimit) {
    limit = newLimit;
  }

  Duration limit() {
    return limit;
  }

  boolean due() {
    return cancelled || expired();
  }

  void installIn(AVFormatContext context) {
    context.interrupt_callback().callback(Callback.ONLY).opaque(new Number(number));
  }

  @Override
  public void close() {
    BY_NUMBER.remove(number);
  }

  /** One for the whole program: JavaCPP can hand out no more than ten callbacks of a type. */
  private static final class Callback extends AVIOInterruptCB.Callback_Pointer {
    static final Callback ONLY = new Callback();

    @Override
    public int call(Pointer opaque) {
      Interrupt interrupt = BY_NUMBER.get(opaque.address());
      return interrupt == null || interrupt.due() ? 1 : 0;
    }
  }

  /** A number in the place of an address. */
  private static final class Number extends Pointer {
    Number(long number) {
      address = number;
    }
  }
}
