package io.framewire.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Stabilizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MemoryTest {
  private static final boolean SOAK = Boolean.getBoolean("framewire.soak");
  private static final int FRAMES = SOAK ? 100_000 : 3_000;
  private static final int WARM_UP = SOAK ? 10_000 : 2_500;
  private static final long BOUND = 24L << 20;
  private static final double MB = 1e6;

  private volatile byte[] garbage;

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void nativeMemoryStaysFlatOverManyFrames() {
    try (Clip clip = new Clip(128, 96);
        FramePool pool = new FramePool();
        Stabilizer asw = Stabilizers.asw().borderSize(4).build();
        Stabilizer online = Stabilizers.online().build()) {
      List<Frame> shaky = new ArrayList<>();
      for (int index = 0; index < 180; index++) {
        shaky.add(clip.frame(index, pool));
      }
      run(WARM_UP, shaky, pool, asw, online);
      touchTheWholeHeap();
      long resident = Pointer.physicalBytes();
      long counted = Pointer.totalBytes();
      long allocations = pool.statistics().allocations();
      run(FRAMES, shaky, pool, asw, online);
      long grown = Pointer.physicalBytes() - resident;
      shaky.forEach(Frame::close);
      System.out.printf(
          "%d frames through two stabilizers: resident %.1f MB, then %.1f MB%n",
          FRAMES, resident / MB, (resident + grown) / MB);
      assertThat(pool.statistics().allocations()).isEqualTo(allocations);
      assertThat(Pointer.totalBytes() - counted).isLessThan(1L << 20);
      assertThat(grown).isLessThan(BOUND);
    }
  }

  /** Resident memory also grows where the JVM first uses a part of its heap. */
  private void touchTheWholeHeap() {
    long bytes = 2 * Runtime.getRuntime().totalMemory();
    for (long allocated = 0; allocated < bytes; allocated += garbage.length) {
      garbage = new byte[1 << 20];
    }
  }

  private static void run(int count, List<Frame> shaky, FramePool pool, Stabilizer... stabilizers) {
    for (int index = 0; index < count; index++) {
      for (Stabilizer stabilizer : stabilizers) {
        Frame frame = shaky.get(index % shaky.size());
        stabilizer.stabilize(frame.retain(), pool).ifPresent(Frame::close);
      }
    }
  }
}
