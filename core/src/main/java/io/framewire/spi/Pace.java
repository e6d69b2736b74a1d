package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Holds a thread to a number of frames a second without drift: the n-th frame is due n periods
 * after the first, however late the ones before it were. So who was late catches up, with no more
 * frames at once than one second has: who is more than a second behind starts anew, and what was
 * missed is missed. Used by one thread.
 */
public final class Pace {
  private static final long FORGIVEN_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final double periodNanos;
  private final LongSupplier clock;
  private final LongConsumer parking;
  private long startNanos;
  private long frames;

  /**
   * A pace.
   *
   * @param framesPerSecond how many; 0 for no limit
   * @throws ConfigurationException if it is negative or no number
   */
  public Pace(double framesPerSecond) {
    this(framesPerSecond, System::nanoTime, LockSupport::parkNanos);
  }

  /** With a clock that counts nanoseconds, and what passes some of them. */
  Pace(double framesPerSecond, LongSupplier clock, LongConsumer parking) {
    if (!(framesPerSecond >= 0)) {
      throw new ConfigurationException(
          "a pace of " + framesPerSecond + " frames a second: use more than 0, or 0 for no limit");
    }
    this.clock = clock;
    this.parking = parking;
    this.periodNanos = framesPerSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / framesPerSecond;
  }

  /**
   * Waits until the next frame is due.
   *
   * @param cancelled looked at about ten times a second; true ends the wait
   */
  public void await(BooleanSupplier cancelled) {
    if (periodNanos == 0) {
      return;
    }
    long now = clock.getAsLong();
    if (frames == 0 || now - due() > FORGIVEN_NANOS) {
      startNanos = now;
      frames = 0;
    }
    for (long left = due() - now;
        left > 0 && !cancelled.getAsBoolean();
        left = due() - clock.getAsLong()) {
      parking.accept(Math.min(left, LONGEST_PARK_NANOS));
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
    frames++;
  }

  private long due() {
    return startNanos + Math.round(frames * periodNanos);
  }
}
