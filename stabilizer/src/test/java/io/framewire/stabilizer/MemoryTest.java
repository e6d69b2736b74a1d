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
  private static final int WARM_UP = 1_000;
  private static final long BOUND = 24L << 20;

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void nativeMemoryStaysFlatOverManyFrames() {
    try (Clip clip = new Clip(160, 120);
        FramePool pool = new FramePool();
        Stabilizer asw = Stabilizers.asw().borderSize(4).build();
        Stabilizer online = Stabilizers.online().build()) {
      List<Frame> shaky = new ArrayList<>();
      for (int index = 0; index < 180; index++) {
        shaky.add(clip.frame(index, pool));
      }
      run(WARM_UP, shaky, pool, asw, online);
      long resident = Pointer.physicalBytes();
      long counted = Pointer.totalBytes();
      long allocations = pool.statistics().allocations();
      run(FRAMES, shaky, pool, asw, online);
      long grown = Pointer.physicalBytes() - resident;
      System.out.printf(
          "%d frames through two stabilizers: resident %.1f MB, then %.1f MB%n",
          FRAMES, resident / 1e6, (resident + grown) / 1e6);
      assertThat(pool.statistics().allocations()).isEqualTo(allocations);
      assertThat(Pointer.totalBytes() - counted).isLessThan(1L << 20);
      assertThat(grown).isLessThan(BOUND);
      shaky.forEach(Frame::close);
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
