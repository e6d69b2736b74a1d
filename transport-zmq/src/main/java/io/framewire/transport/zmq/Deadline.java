package io.framewire.transport.zmq;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Until when to wait, in slices short enough for a close from another thread to get its turn. */
final class Deadline {
  private static final int SLICE_MILLIS = 100;

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

  /** The next slice, 1 ms at least. */
  int sliceMillis() {
    long left = TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime());
    return (int) Math.max(1, Math.min(SLICE_MILLIS, left));
  }
}
