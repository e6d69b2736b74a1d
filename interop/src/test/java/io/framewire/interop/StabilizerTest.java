package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.stabilizer.MotionDetail;
import io.framewire.stabilizer.StabilizerBuilder;
import io.framewire.stabilizer.Stabilizers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our stabilizers beside vidgear's, on the same clips. */
@NeedsVidgear
class StabilizerTest {
  private static final int VIDGEARS_WINDOW = 25;
  private static final double LEAST_DECIBELS = 35;
  private static final double PIXELS = 0.1;
  private static final double RADIANS = 0.001;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "photo, 480, 320, 120",
    "photo, 321, 241, 60",
    "bikes.mp4, 640, 272, 120",
    "carphone_pristine.mp4, 176, 144, 120"
  })
  void aswGivesTheFramesAndThePathOfVidgear(String name, int width, int height, int frames)
      throws IOException {
    try (ShakyClip clip =
        ShakyClip.stabilizedByVidgear(
            folder,
            "--clip=" + name,
            "--frames=" + frames,
            "--size",
            String.valueOf(width),
            String.valueOf(height))) {
      StabilizedClip mine = new StabilizedClip(clip, Stabilizers.asw());
      // vidgear loses the first frame and those in its window at the end; here they come too
      assertThat(clip.vidgears()).isEqualTo(frames - VIDGEARS_WINDOW);
      assertThat(mine.given()).isEqualTo(frames);
      assertAlike(mine);
    }
  }

  static List<Map<String, Object>> options() {
    return List.of(
        Map.of("smoothing_radius", 10, "border_size", 10),
        Map.of("smoothing_radius", 6, "border_type", "reflect"),
        Map.of("smoothing_radius", 11, "border_type", "reflect_101"),
        Map.of("smoothing_radius", 2, "border_type", "replicate", "border_size", 6),
        Map.of("smoothing_radius", 15, "border_type", "wrap"),
        Map.of("smoothing_radius", 15, "border_size", 20, "crop_n_zoom", true));
  }

  @ParameterizedTest
  @MethodSource("options")
  void aswUnderstandsVidgearsOptions(Map<String, Object> options) throws IOException {
    StabilizerBuilder builder = Stabilizers.asw();
    options.forEach(
        (name, value) -> builder.option(name.toUpperCase(Locale.ROOT), String.valueOf(value)));
    try (ShakyClip clip =
        ShakyClip.stabilizedByVidgear(
            folder, "--frames=50", "--options=" + JSON.std.asString(options))) {
      assertAlike(new StabilizedClip(clip, builder));
    }
  }

  @Test
  void aswIsAsSteadyAsVidgear() throws IOException {
    try (ShakyClip clip = ShakyClip.stabilizedByVidgear(folder, "--frames=150", "--seed=1")) {
      StabilizedClip full = new StabilizedClip(clip, Stabilizers.asw());
      StabilizedClip reduced =
          new StabilizedClip(clip, Stabilizers.asw().motionDetail(MotionDetail.REDUCED));
      double vidgears = full.vidgearsEnergyLeft();
      assertThat(vidgears).isLessThan(0.1 * full.shakesEnergy());
      assertThat(full.energyLeft()).isLessThan(1.001 * vidgears);
      assertThat(reduced.energyLeft()).isLessThan(1.1 * vidgears);
      assertThat(reduced.meanPsnr()).isGreaterThan(LEAST_DECIBELS);
    }
  }

  @Test
  void theLowDelayModeTakesAwayMostOfTheShake() throws IOException {
    try (ShakyClip clip = ShakyClip.stabilizedByVidgear(folder, "--frames=150", "--seed=2")) {
      StabilizedClip online = new StabilizedClip(clip, Stabilizers.online());
      StabilizedClip delayed = new StabilizedClip(clip, Stabilizers.fixedLag(8));
      assertThat(online.given()).isEqualTo(150);
      assertThat(online.energyLeft()).isLessThan(0.3 * online.shakesEnergy());
      assertThat(delayed.energyLeft()).isLessThan(online.energyLeft());
    }
  }

  @Test
  void aswIsNotThrownOffByDarkFrames() throws IOException {
    try (ShakyClip clip =
        ShakyClip.stabilizedByVidgear(folder, "--frames=80", "--dark", "40", "41", "60")) {
      StabilizedClip mine = new StabilizedClip(clip, Stabilizers.asw());
      assertThat(mine.given()).isEqualTo(80);
      // vidgear takes what it follows into the dark for motion
      assertThat(mine.energyLeft()).isLessThan(mine.shakesEnergy());
      assertThat(mine.energyLeft()).isLessThanOrEqualTo(mine.vidgearsEnergyLeft());
    }
  }

  private static void assertAlike(StabilizedClip mine) throws IOException {
    assertThat(mine.meanPsnr()).isGreaterThanOrEqualTo(LEAST_DECIBELS);
    double[] path = mine.meanPathDifference();
    assertThat(path[0]).isLessThan(PIXELS);
    assertThat(path[1]).isLessThan(PIXELS);
    assertThat(path[2]).isLessThan(RADIANS);
  }
}
