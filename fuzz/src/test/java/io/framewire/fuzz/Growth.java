package io.framewire.fuzz;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/** That threads, direct memory and open files stay under limits, however many inputs there were. */
final class Growth {
  private static final long MOST_DIRECT_BYTES = 128 << 20;
  private static final int MOST_THREADS = 60;
  private static final int MOST_FILES = 1_000;

  /** Looks now, and after a collection once more where memory seems to have grown. */
  void requireNone() {
    if (directBytes() > MOST_DIRECT_BYTES) {
      System.gc();
    }
    int threads = Thread.activeCount();
    if (directBytes() > MOST_DIRECT_BYTES || threads > MOST_THREADS || files() > MOST_FILES) {
      throw new Finding(
          "%d bytes of direct memory, %d threads, %d files"
              .formatted(directBytes(), threads, files()));
    }
  }

  /** Connections among them; 0 where the system does not say. */
  private static long files() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private static long directBytes() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
