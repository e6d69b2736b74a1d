package io.framewire.fuzz;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/** That threads and direct memory stay under limits, however many inputs there were. */
final class Growth {
  private static final long MOST_DIRECT_BYTES = 128 << 20;
  private static final int MOST_THREADS = 60;

  /** Looks now, and after a collection once more where memory seems to have grown. */
  void requireNone() {
    if (directBytes() > MOST_DIRECT_BYTES) {
      System.gc();
    }
    int threads = Thread.activeCount();
    if (directBytes() > MOST_DIRECT_BYTES || threads > MOST_THREADS) {
      throw new Finding(directBytes() + " bytes of direct memory, " + threads + " threads");
    }
  }

  private static long directBytes() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
