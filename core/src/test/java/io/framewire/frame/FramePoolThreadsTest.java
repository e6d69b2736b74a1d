package io.framewire.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FramePoolThreadsTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 20_000;

  @Test
  void neverGivesTheSameMemoryToTwoHolders() throws Exception {
    long seed = Long.getLong("framewire.test.seed", System.nanoTime());
    FramePool pool = new FramePool(4, 1 << 20);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Long>> broken = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Random random = new Random(seed + thread);
      long mark = thread + 1L;
      broken.add(threads.submit(() -> hammer(pool, random, mark)));
    }
    threads.shutdown();
    for (Future<Long> result : broken) {
      assertThat(result.get()).as("foreign marks, -Dframewire.test.seed=%s", seed).isZero();
    }
    assertThat(pool.statistics().lentBlocks()).isZero();
    assertThat(pool.statistics().lentBytes()).isZero();
    assertThat(pool.statistics().idleBuffers()).isLessThanOrEqualTo(4);
  }

  /** Holds two frames at a time, each filled with this thread's mark, and counts foreign ones. */
  private static long hammer(FramePool pool, Random random, long mark) {
    long foreign = 0;
    Frame before = filled(pool, random, mark);
    for (int round = 0; round < ROUNDS; round++) {
      Frame frame = filled(pool, random, mark);
      foreign += foreignMarks(before, mark);
      before.close();
      before = frame;
    }
    before.close();
    return foreign;
  }

  private static Frame filled(FramePool pool, Random random, long mark) {
    Frame frame = pool.take(DType.INT64, 8 + random.nextInt(64));
    fill(frame, mark);
    return frame;
  }

  private static void fill(Frame frame, long mark) {
    LongBuffer longs = frame.data().asLongBuffer();
    while (longs.hasRemaining()) {
      longs.put(mark);
    }
  }

  private static long foreignMarks(Frame frame, long mark) {
    LongBuffer longs = frame.data().asLongBuffer();
    long foreign = 0;
    while (longs.hasRemaining()) {
      foreign += longs.get() == mark ? 0 : 1;
    }
    return foreign;
  }
}
