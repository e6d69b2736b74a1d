package io.framewire.benchmarks.wire.end;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** How many bytes all threads together have allocated on the heap since the start. */
final class Allocation {
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long before;

  void start() {
    before = now();
  }

  long bytes() {
    return now() - before;
  }

  private long now() {
    // -1 stands for a thread that has ended meanwhile
    return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
        .filter(bytes -> bytes > 0)
        .sum();
  }
}
