package io.framewire.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Stabilizer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The frames a stabilizer is given, whole streams and odd ones. */
class FramesTest {
  private final FramePool pool = new FramePool();

  @AfterEach
  void allMemoryIsBack() {
    assertThat(pool.statistics().lentBlocks()).isZero();
    pool.close();
  }

  static List<StabilizerBuilder> modes() {
    return List.of(Stabilizers.asw(), Stabilizers.online(), Stabilizers.fixedLag(6));
  }

  @ParameterizedTest
  @MethodSource("modes")
  void darkFramesPassThroughAndDisturbNothing(StabilizerBuilder mode) {
    try (Clip clip = new Clip(320, 240)) {
      Steadying run =
          Steadying.of(
              mode, 70, pool, index -> index / 3 == 10 ? plain(0) : clip.frame(index, pool));
      assertThat(run.given()).isEqualTo(70);
      assertThat(run.path())
          .allSatisfy(point -> assertThat(Math.abs(point.steadyX() - point.x())).isLessThan(30));
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void framesWithoutFeaturesPassThroughUnchanged(StabilizerBuilder mode) {
    int[] index = {0};
    Steadying run =
        Steadying.of(
            mode,
            40,
            pool,
            this::plain,
            steady -> assertThat(steady.data().get(1234)).isEqualTo((byte) index[0]++));
    assertThat(run.given()).isEqualTo(40);
    assertThat(run.path()).allSatisfy(point -> assertThat(point.x()).isZero());
  }

  @ParameterizedTest
  @MethodSource("modes")
  void anotherSizeBeginsAPathOfItsOwn(StabilizerBuilder mode) {
    List<Integer> widths = new ArrayList<>();
    try (Clip large = new Clip(320, 240);
        Clip small = new Clip(161, 121)) {
      Steadying run =
          Steadying.of(
              mode,
              120,
              pool,
              index -> (index / 40 == 1 ? small : large).frame(index, pool),
              steady -> widths.add(steady.dimension(1)));
      assertThat(run.given()).isEqualTo(120);
      assertThat(widths.subList(0, 40)).containsOnly(320);
      assertThat(widths.subList(40, 80)).containsOnly(161);
      assertThat(widths.subList(80, 120)).containsOnly(320);
      assertThat(run.path().get(40).x()).isZero();
      assertThat(run.path().get(80).x()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void tinyFramesPassThrough(StabilizerBuilder mode) {
    assertThat(Steadying.of(mode, 40, pool, index -> pool.take(DType.UINT8, 1, 1)).given())
        .isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void shortStreamsComeOutWhole(int frames) {
    try (Clip clip = new Clip(96, 96)) {
      for (StabilizerBuilder mode : modes()) {
        assertThat(Steadying.of(mode, frames, pool, index -> clip.frame(index, pool)).given())
            .isEqualTo(frames);
      }
    }
  }

  @Test
  void otherFramesAreRefusedAndClosedAndTheStreamGoesOn() {
    try (Stabilizer stabilizer = Stabilizers.fixedLag(0).build()) {
      stabilizer.stabilize(plain(1), pool).orElseThrow().close();
      assertRefused(
          stabilizer, pool.take(DType.parse("<f4"), 24, 32, 3), "<f4 and shape [24, 32, 3]");
      assertRefused(stabilizer, pool.take(DType.UINT8, 24, 32, 2), "|u1 and shape [24, 32, 2]");
      assertRefused(stabilizer, pool.take(DType.UINT8, 24), "|u1 and shape [24]");
      assertRefused(stabilizer, pool.take(DType.UINT8, 0, 32), "|u1 and shape [0, 32]");
      stabilizer.stabilize(plain(1), pool).orElseThrow().close();
    }
  }

  private void assertRefused(Stabilizer stabilizer, Frame frame, String words) {
    assertThatThrownBy(() -> stabilizer.stabilize(frame, pool))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "frames of "
                + words
                + " cannot be stabilized: use |u1 and [height, width] or [height, width, channels]"
                + " with 1, 3 or 4 channels");
    assertThatThrownBy(frame::close).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCropThatLeavesNothingIsRefusedWithTheFirstFrame() {
    try (Stabilizer stabilizer = Stabilizers.online().borderSize(120).cropAndZoom(true).build()) {
      assertThatThrownBy(() -> stabilizer.stabilize(plain(0), pool))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "CROP_N_ZOOM with a BORDER_SIZE of 120 leaves nothing of a picture of 320x240:"
                  + " use less than 120");
    }
  }

  @Test
  void closingInTheMiddleGivesAllMemoryBack() {
    try (Clip clip = new Clip(320, 240)) {
      for (int frames : new int[] {0, 1, 10}) {
        Stabilizer stabilizer = Stabilizers.asw().build();
        for (int index = 0; index < frames; index++) {
          assertThat(stabilizer.stabilize(clip.frame(index, pool), pool)).isEmpty();
        }
        stabilizer.close();
        stabilizer.close();
        assertThat(stabilizer.flush(pool)).isEmpty();
        assertThat(pool.statistics().lentBlocks()).isZero();
      }
    }
  }

  @Test
  void aClosedStabilizerTakesNoFrame() {
    Stabilizer stabilizer = Stabilizers.asw().build();
    stabilizer.close();
    assertThatThrownBy(() -> stabilizer.stabilize(plain(0), pool))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aPoolWithoutRoomForTheResultLosesThatFrameOnly() {
    try (Clip clip = new Clip(96, 96);
        FramePool small = new FramePool(0, 100);
        Stabilizer stabilizer = Stabilizers.fixedLag(1).borderSize(1).build()) {
      stabilizer.stabilize(clip.frame(0, pool), pool);
      assertThatThrownBy(() -> stabilizer.stabilize(clip.frame(1, pool), small))
          .isInstanceOf(FramewireException.class);
      stabilizer.flush(pool).orElseThrow().close();
      assertThat(stabilizer.flush(pool)).isEmpty();
    }
  }

  private Frame plain(int value) {
    Frame frame = pool.take(DType.UINT8, 240, 320, 3);
    ByteBuffer data = frame.data();
    while (data.hasRemaining()) {
      data.put((byte) value);
    }
    return frame;
  }
}
