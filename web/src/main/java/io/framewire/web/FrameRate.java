package io.framewire.web;

import java.util.function.LongSupplier;

/**
 * How many frames a second there were lately: over two seconds, or the last 128 frames; where they
 * come more slowly than that, by the time between the last two. Safe for use by several threads.
 */
final class FrameRate {
  private static final long WINDOW_NANOS = 2_000_000_000L;
  private static final long LONGEST_GAP_NANOS = 10_000_000_000L;
  private static final int MOST = 128;

  private final LongSupplier clock;
  private final long[] times = new long[MOST];
  private long count;

  FrameRate(LongSupplier nanoClock) {
    clock = nanoClock;
  }

  synchronized void frame() {
    times[(int) (count++ % MOST)] = clock.getAsLong();
  }

  /** Frames a second; 0 before the second frame, and where none came for long. */
  synchronized double now() {
    long now = clock.getAsLong();
    long oldest = now;
    int frames = 0;
    while (frames < Math.min(count, MOST)) {
      long time = time(frames);
      if (now - time > WINDOW_NANOS) {
        break;
      }
      oldest = time;
      frames++;
    }
    if (frames < 2) {
      return ofSlowOnes(now);
    }
    long span = time(0) - oldest;
    return span == 0 ? 0 : (frames - 1) * 1e9 / span;
  }

  /** Until the next one is late by as much as the last two were apart. */
  private double ofSlowOnes(long now) {
    long gap = count < 2 ? 0 : time(0) - time(1);
    boolean slow = gap > 0 && gap <= LONGEST_GAP_NANOS && now - time(0) <= 2 * gap;
    return slow ? 1e9 / gap : 0;
  }

  private long time(int framesAgo) {
    return times[(int) ((count - 1 - framesAgo) % MOST)];
  }
}
