package io.framewire.fuzz;

import com.sun.management.ThreadMXBean;
import io.framewire.frame.FramePool;
import java.lang.management.ManagementFactory;

/** Holds what is done with one input to limits of time and memory, whatever its result is. */
final class Watch {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TRIES = 4;
  private static final long MOST_NANOS = 1_000_000_000;
  private static final long MOST_BYTES = 256 << 10;
  private static final long MOST_BYTES_FOR_EACH = 400;

  private Watch() {}

  /**
   * Does it once, or a few times more where it is over a limit: the first time it may load classes,
   * and at any time the JVM may do work of its own.
   */
  static void over(int inputBytes, Runnable task) {
    long limit = MOST_BYTES + inputBytes * MOST_BYTES_FOR_EACH;
    Use use = use(task);
    for (int again = 0; again < TRIES && use.isOver(limit); again++) {
      use = use(task);
    }
    if (use.isOver(limit)) {
      throw new Finding(
          "%d bytes of input took %d bytes of memory and %d ms of the processor"
              .formatted(inputBytes, use.bytes, use.nanos / 1_000_000));
    }
  }

  private static Use use(Runnable task) {
    int unpooled = FramePool.unpooled().statistics().lentBlocks();
    long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    long nanos = THREADS.getCurrentThreadCpuTime();
    task.run();
    Use use =
        new Use(
            THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes,
            THREADS.getCurrentThreadCpuTime() - nanos);
    if (FramePool.unpooled().statistics().lentBlocks() != unpooled) {
      throw new Finding("unpooled memory was not given back");
    }
    return use;
  }

  /** What one input cost. */
  private record Use(long bytes, long nanos) {
    boolean isOver(long limit) {
      return bytes > limit || nanos > MOST_NANOS;
    }
  }
}
