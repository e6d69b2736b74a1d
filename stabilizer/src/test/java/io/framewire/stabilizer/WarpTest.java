package io.framewire.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarpTest {
  private static final int SIDE = 20;

  private final FramePool pool = new FramePool();

  @AfterEach
  void allMemoryIsBack() {
    assertThat(pool.statistics().lentBlocks()).isZero();
  }

  /** Rows hold 1 to 20 from left to right; moved by 3 to the right, with a border of 2. */
  @ParameterizedTest
  @CsvSource({
    "black,       0 0 0 0 0 1 2",
    "replicate,   1 1 1 1 1 1 2",
    "reflect,     5 4 3 2 1 1 2",
    "reflect_101, 6 5 4 3 2 1 2",
    "wrap,        16 17 18 19 20 1 2"
  })
  void theBorderIsWhatItsTypeSays(String type, String expected) {
    try (Frame frame = gradient();
        Warp warp = new Warp(options(2, BorderType.parse(type), false));
        Frame moved = warp.move(frame, new Motion(3, 0, 0), pool)) {
      assertThat(moved.shape()).containsExactly(SIDE + 4, SIDE + 4);
      ByteBuffer row = moved.data().position(10 * (SIDE + 4)).slice();
      StringBuilder words = new StringBuilder();
      for (int index = 0; index < 7; index++) {
        words.append(row.get(index)).append(' ');
      }
      assertThat(words.toString().strip()).isEqualTo(expected);
    }
  }

  @Test
  void cropAndZoomShowTheMiddleAtTheSameSize() {
    try (Frame frame = gradient();
        Warp warp = new Warp(options(5, BorderType.BLACK, true));
        Frame zoomed = warp.move(frame, Motion.NONE, pool)) {
      assertThat(zoomed.shape()).containsExactly(SIDE, SIDE);
      ByteBuffer data = zoomed.data();
      // the middle ten columns hold 6 to 15, each twice as wide now
      assertThat(data.get(10 * SIDE)).isBetween((byte) 5, (byte) 6);
      assertThat(data.get(10 * SIDE + 10)).isBetween((byte) 10, (byte) 11);
      assertThat(data.get(10 * SIDE + 19)).isBetween((byte) 15, (byte) 16);
    }
  }

  @Test
  void aFrameThatStaysIsHandedOnWithoutACopy() {
    try (Frame frame = gradient();
        Warp warp = new Warp(options(0, BorderType.BLACK, false));
        Frame moved = warp.move(frame, Motion.NONE, pool)) {
      assertThat(moved).isSameAs(frame);
    }
  }

  private Frame gradient() {
    Frame frame = pool.take(DType.UINT8, SIDE, SIDE);
    ByteBuffer data = frame.data();
    for (int index = 0; index < SIDE * SIDE; index++) {
      data.put((byte) (index % SIDE + 1));
    }
    return frame;
  }

  private static StabilizerOptions options(int border, BorderType type, boolean crop) {
    return new StabilizerOptions(25, border, type, crop, 0, MotionDetail.FULL, point -> {});
  }
}
