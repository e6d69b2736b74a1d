package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-in refuses what the real tool would, so a camera that opens had a good command. */
class CommandLineTest {
  private static final String PLAIN =
      "--camera 0 --width 128 --height 64 --framerate 30 --codec yuv420 --nopreview --flush"
          + " --output - --timeout 0";

  @TempDir Path folder;

  @Test
  void hasTheLeastThatIsNeeded() {
    assertThat(commandOf(camera -> {})).isEqualTo(PLAIN);
  }

  static Stream<Arguments> typedOptions() {
    return Stream.of(
        option("--hflip", camera -> camera.hflip(true)),
        option("--vflip", camera -> camera.vflip(true)),
        option("--rotation 180", camera -> camera.rotation(180)),
        option("--roi 0.25,0.25,0.5,0.5", camera -> camera.roi(0.25, 0.25, 0.5, 0.5)),
        option("--shutter 20000", camera -> camera.shutter(Duration.ofMillis(20))),
        option("--gain 1.5", camera -> camera.gain(1.5)),
        option("--ev -0.5", camera -> camera.exposureCompensation(-0.5)),
        option("--awbgains 1.5,2", camera -> camera.awbGains(1.5, 2)),
        option("--ccm 1,0,0,0,1,0,0,0,1", camera -> camera.colourMatrix(1, 0, 0, 0, 1, 0, 0, 0, 1)),
        option("--brightness -0.1", camera -> camera.brightness(-0.1)),
        option("--brightness 0.0001", camera -> camera.brightness(0.0001)),
        option("--contrast 1.2", camera -> camera.contrast(1.2)),
        option("--saturation 0", camera -> camera.saturation(0)),
        option("--sharpness 15.99", camera -> camera.sharpness(15.99)),
        option("--lens-position 2.5", camera -> camera.lensPosition(2.5)),
        option("--tuning-file /etc/tuning.json", c -> c.tuningFile(Path.of("/etc/tuning.json"))),
        option("--mode 2304:1296:10:P", camera -> camera.sensorMode(2304, 1296, 10)),
        option("--buffer-count 4", camera -> camera.bufferCount(4)),
        option("--verbose 2", camera -> camera.verbose(true)));
  }

  @ParameterizedTest
  @MethodSource("typedOptions")
  void hasEveryOptionInTheToolsWords(String words, Consumer<PiCameraBuilder> set) {
    assertThat(commandOf(set)).isEqualTo(PLAIN + " " + words);
  }

  @Test
  void hasSizeRateAndCamera() {
    StandIn standIn = new StandIn(folder).behaves("cameras=3");
    standIn.frames(Yuv.grey(new Layout(256, 66, 256), 1));
    standIn.camera().camera(2).size(256, 66).fps(12.5).open().close();
    assertThat(standIn.started())
        .singleElement()
        .asString()
        .startsWith("--camera 2 --width 256 --height 66 --framerate 12.5 ");
  }

  @ParameterizedTest
  @EnumSource(AwbMode.class)
  void hasEveryWhiteBalance(AwbMode mode) {
    assertThat(commandOf(camera -> camera.awb(mode))).contains(" --awb ");
  }

  @ParameterizedTest
  @EnumSource(ExposureMode.class)
  void hasEveryExposure(ExposureMode mode) {
    assertThat(commandOf(camera -> camera.exposure(mode))).contains(" --exposure ");
  }

  @ParameterizedTest
  @EnumSource(MeteringMode.class)
  void hasEveryMetering(MeteringMode mode) {
    assertThat(commandOf(camera -> camera.metering(mode))).contains(" --metering ");
  }

  @ParameterizedTest
  @EnumSource(DenoiseMode.class)
  void hasEveryDenoising(DenoiseMode mode) {
    assertThat(commandOf(camera -> camera.denoise(mode))).contains(" --denoise ");
  }

  @ParameterizedTest
  @EnumSource(AutofocusMode.class)
  void hasEveryAutofocus(AutofocusMode mode) {
    assertThat(commandOf(camera -> camera.autofocus(mode))).contains(" --autofocus-mode ");
  }

  @ParameterizedTest
  @EnumSource(HdrMode.class)
  void hasEveryHdr(HdrMode mode) {
    assertThat(commandOf(camera -> camera.hdr(mode))).contains(" --hdr ");
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        option("camera of the camera is \"-1\": use 0 to 64", camera -> camera.camera(-1)),
        option("width of the camera is \"-5\": use an even number", camera -> camera.width(-5)),
        option("width of the camera is \"641\": use an even", camera -> camera.width(641)),
        option("width of the camera is \"62\"", camera -> camera.width(62)),
        option("height of the camera is \"65\"", camera -> camera.height(65)),
        option("height of the camera is \"0\"", camera -> camera.height(0)),
        option("fps of the camera is \"0\": use more than 0", camera -> camera.fps(0)),
        option("fps of the camera is \"NaN\"", camera -> camera.fps(Double.NaN)),
        option("rotation of the camera is \"90\": use 0 or 180", camera -> camera.rotation(90)),
        option("roi of the camera is \"0.5,0,0.6,1\"", camera -> camera.roi(0.5, 0, 0.6, 1)),
        option("roi of the camera", camera -> camera.roi(0, 0, 0, 1)),
        option("shutter", camera -> camera.shutter(Duration.ofMillis(-1))),
        option("shutter", camera -> camera.shutter(Duration.ofDays(1))),
        option("gain", camera -> camera.gain(-1)),
        option("ev of the camera is \"11\": use -10 to 10", c -> c.exposureCompensation(11)),
        option("awbgains", camera -> camera.awbGains(0, 1)),
        option("ccm", camera -> camera.colourMatrix(1, 2)),
        option("brightness of the camera is \"1.1\": use -1 to 1", c -> c.brightness(1.1)),
        option("contrast", camera -> camera.contrast(16)),
        option("saturation", camera -> camera.saturation(-1)),
        option("sharpness", camera -> camera.sharpness(Double.POSITIVE_INFINITY)),
        option("lens_position", camera -> camera.lensPosition(33)),
        option("sensor bit_depth", camera -> camera.sensorMode(640, 480, 17)),
        option("buffer_count of the camera is \"0\": use 1", camera -> camera.bufferCount(0)),
        option("timeout of the camera is \"1\"", c -> c.timeout(Duration.ofSeconds(1))),
        option("timeout of the camera is \"10\"", c -> c.timeout(Duration.ofSeconds(10))),
        option("time_delay", camera -> camera.startDelay(Duration.ofSeconds(-1))),
        option("light", camera -> camera.light(-1)),
        option("trigger", camera -> camera.trigger(65)));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void neverHasAnImpossibleValue(String words, Consumer<PiCameraBuilder> set) {
    StandIn standIn = new StandIn(folder);
    assertThatThrownBy(
            () -> {
              PiCameraBuilder camera = standIn.camera();
              set.accept(camera);
              camera.open().close();
            })
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("option " + words);
    assertThat(standIn.started()).isEmpty();
  }

  @Test
  void autoAlignmentRoundsTheWidthDownAndTakesWhatTheCameraGives() {
    StandIn standIn =
        new StandIn(folder)
            .behaves("configured=800x600")
            .frames(Yuv.grey(new Layout(800, 600, 832), 60));
    try (PiCameraSource camera = standIn.camera().size(808, 606).autoAlign(true).open()) {
      assertThat(Reading.level(camera)).isEqualTo(60);
    }
    assertThat(standIn.started().get(0)).contains("--width 800 --height 606");
    assertThat(standIn.started().get(1)).contains("--width 800 --height 600");
  }

  @Test
  void framesOfTheStartDelayAreThrownAway() {
    StandIn standIn = new StandIn(folder);
    long start = System.nanoTime();
    try (PiCameraSource camera = standIn.camera().startDelay(Duration.ofMillis(600)).open()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(600));
      assertThat(Reading.level(camera)).isEqualTo(100);
    }
  }

  @Test
  void silenceIsLongerForLowRatesAndLongExposures() {
    assertThat(PiCameraSource.builder().settings().silence()).isEqualTo(Duration.ofSeconds(2));
    assertThat(PiCameraSource.builder().fps(0.5).settings().silence())
        .isEqualTo(Duration.ofSeconds(8));
    assertThat(PiCameraSource.builder().shutter(Duration.ofSeconds(10)).settings().silence())
        .isEqualTo(Duration.ofSeconds(40));
  }

  /** A camera of two seconds a frame, opened with the shortest time limit. */
  @Test
  void slowCameraIsNotTakenForAFrozenOne() {
    StandIn standIn = new StandIn(folder).behaves("period=1.5");
    try (PiCameraSource camera =
        standIn.camera().fps(0.66).timeout(Duration.ofMillis(1100)).open()) {
      assertThat(Reading.level(camera)).isEqualTo(100);
      assertThat(Reading.level(camera)).isEqualTo(100);
    }
  }

  private String commandOf(Consumer<PiCameraBuilder> set) {
    StandIn standIn = new StandIn(folder);
    PiCameraBuilder camera = standIn.camera();
    set.accept(camera);
    camera.open().close();
    return standIn.started().get(0);
  }

  private static Arguments option(String words, Consumer<PiCameraBuilder> set) {
    return Arguments.of(words, set);
  }
}
