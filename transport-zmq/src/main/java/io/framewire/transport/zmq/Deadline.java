package io.framewire.transport.zmq;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Until when to wait, in slices short enough for a close from another thread to get its turn. */
final class Deadline {
  private static final int SLICE_MILLIS = 100;
  private static final long NANOS_IN_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  boolean passed() {
    return nanos - System.nanoTime() <= 0;
  }

  /** The next slice, 1 ms at least; rounded up, or each wait would wake once more at its end. */
  int sliceMillis() {
    long left = Math.min(SLICE_MILLIS * NANOS_IN_MILLI, nanos - System.nanoTime());
    return (int) Math.max(1, (left + NANOS_IN_MILLI - 1) / NANOS_IN_MILLI);
  }
}
