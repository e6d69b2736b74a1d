package io.framewire.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StabilizersTest {
  private static final int FRAMES = 90;

  private final FramePool pool = new FramePool();
  private final Clip clip = new Clip(320, 240);

  @AfterEach
  void free() {
    clip.close();
    pool.close();
  }

  @Test
  void aswDelaysByItsWindowAndGivesEveryFrameBack() {
    Steadying run = run(Stabilizers.asw());
    assertThat(run.delay()).isEqualTo(24);
    assertThat(run.given()).isEqualTo(FRAMES);
    assertThat(run.path()).extracting(PathPoint::frame).first().isEqualTo(0L);
    assertThat(run.path()).extracting(PathPoint::frame).last().isEqualTo(FRAMES - 1L);
  }

  @Test
  void onlineModeDelaysByOneFrameAndTakesAwayMostOfTheShake() {
    Steadying run = run(Stabilizers.online());
    assertThat(run.delay()).isEqualTo(1);
    assertThat(run.given()).isEqualTo(FRAMES);
    assertThat(run.shakeLeft()).isLessThan(0.3);
  }

  @Test
  void aFixedLagIsAsLongAsAskedForAndSteadierTheLongerItIs() {
    Steadying none = run(Stabilizers.fixedLag(0));
    Steadying one = run(Stabilizers.fixedLag(1));
    Steadying eight = run(Stabilizers.fixedLag(8));
    assertThat(List.of(none.delay(), one.delay(), eight.delay())).containsExactly(0, 1, 8);
    assertThat(one.shakeLeft()).isLessThan(none.shakeLeft());
    assertThat(eight.shakeLeft()).isLessThan(one.shakeLeft() / 2);
  }

  @Test
  void aswIsSteadyToTheLastFlushedFrame() {
    Steadying run = run(Stabilizers.asw());
    assertThat(run.shakeLeft()).isLessThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FULL", "REDUCED"})
  void theMotionIsTheCamerasOwn(MotionDetail detail) {
    Steadying run = run(Stabilizers.fixedLag(0).motionDetail(detail));
    for (int index = 1; index < FRAMES; index++) {
      Motion camera = Clip.way(index).plus(Clip.shake(index));
      Motion before = Clip.way(index - 1).plus(Clip.shake(index - 1));
      PathPoint now = run.path().get(index);
      PathPoint last = run.path().get(index - 1);
      assertThat(now.angle() - last.angle())
          .isCloseTo(camera.angle() - before.angle(), within(0.002));
      // a turn about the corner after a shift is a shift of its own, here below half a pixel
      assertThat(now.x() - last.x()).isCloseTo(camera.x() - before.x(), within(0.6));
      assertThat(now.y() - last.y()).isCloseTo(camera.y() - before.y(), within(0.6));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, online", "1, online", "4, online", "0, asw", "1, asw", "4, asw"})
  void greyFramesAndFramesWithAlphaAreStabilizedToo(int channels, String mode) {
    StabilizerBuilder builder = mode.equals("asw") ? Stabilizers.asw() : Stabilizers.online();
    Steadying run =
        Steadying.of(
            builder,
            FRAMES,
            pool,
            index -> clip.frame(index, channels, pool),
            steady ->
                assertThat(steady.shape())
                    .isEqualTo(
                        channels == 0 ? new int[] {240, 320} : new int[] {240, 320, channels}));
    assertThat(run.given()).isEqualTo(FRAMES);
    assertThat(run.shakeLeft()).isLessThan(0.3);
  }

  @ParameterizedTest
  @CsvSource({"321, 241", "127, 99", "97, 333"})
  void oddSizesAreStabilizedToo(int width, int height) {
    try (Clip odd = new Clip(width, height)) {
      Steadying run =
          Steadying.of(Stabilizers.online(), FRAMES, pool, index -> odd.frame(index, pool));
      assertThat(run.given()).isEqualTo(FRAMES);
      assertThat(run.shakeLeft()).isLessThan(0.3);
    }
  }

  @Test
  void sameFramesGiveSamePixels() {
    assertThat(digest(Stabilizers.asw())).isEqualTo(digest(Stabilizers.asw()));
  }

  private List<Integer> digest(StabilizerBuilder builder) {
    List<Integer> digests = new java.util.ArrayList<>();
    Steadying.of(
        builder, 40, pool, index -> clip.frame(index, pool), steady -> digests.add(crc(steady)));
    return digests;
  }

  private static int crc(Frame frame) {
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(frame.data());
    return (int) crc.getValue();
  }

  private Steadying run(StabilizerBuilder builder) {
    return Steadying.of(builder, FRAMES, pool, index -> clip.frame(index, pool));
  }
}
