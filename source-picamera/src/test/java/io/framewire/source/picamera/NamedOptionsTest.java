package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedOptionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hflip | true | --hflip ",
        "vflip | 1 | --vflip ",
        "rotation | 180 | --rotation 180",
        "roi | 0,0,0.5,0.5 | --roi 0,0,0.5,0.5",
        "shutter | 5000 | --shutter 5000",
        "gain | 2 | --gain 2",
        "ev | 1.5 | --ev 1.5",
        "exposure | sport | --exposure sport",
        "metering | spot | --metering spot",
        "awb | daylight | --awb daylight",
        "awbgains | 1.5,1.2 | --awbgains 1.5,1.2",
        "ccm | 1,0,0,0,1,0,0,0,1 | --ccm 1,0,0,0,1,0,0,0,1",
        "brightness | 0.5 | --brightness 0.5",
        "contrast | 1.5 | --contrast 1.5",
        "saturation | 1.5 | --saturation 1.5",
        "sharpness | 1.5 | --sharpness 1.5",
        "denoise | cdn_off | --denoise cdn_off",
        "autofocus-mode | continuous | --autofocus-mode continuous",
        "lens-position | 2 | --lens-position 2",
        "hdr | single-exp | --hdr single-exp",
        "tuning-file | imx708.json | --tuning-file imx708.json",
        "mode | 2304:1296:10 | --mode 2304:1296:10:P",
        "mode | 2304:1296:10:P | --mode 2304:1296:10:P",
        "mode | 2304:1296 | --mode 2304:1296:0:P",
        "buffer_count | 4 | --buffer-count 4",
        "enable_verbose_logs | true | --verbose 2",
        "framerate | 60 | --framerate 60",
        "fps | 60 | --framerate 60",
        "resolution | 1280x720 | --width 1280 --height 720",
        "resolution | (1280, 720) | --width 1280 --height 720",
        "width | 1280 | --width 1280",
        "height | 720 | --height 720",
        "camera_num | 1 | --camera 1",
        "auto_align_output_size | true | --width 640",
        "sensor | {\"output_size\": (480, 320)} | --mode 480:320:0:P",
        "sensor | {'output_size': (480, 320), 'bit_depth': 10} | --mode 480:320:10:P",
        "sensor | bit_depth=10 | --mode 0:0:10:P",
        "transform | Transform(hflip=1) | --hflip ",
        "transform | {\"vflip\": true} | --vflip ",
        "transform | Transform(hflip=True, rotation=180) | --hflip --rotation 180",
        "controls | {\"Brightness\": 0.5, \"ExposureValue\": 2.0} | --brightness 0.5 --ev 2",
        "controls | {\"ExposureTime\": 5000, \"AnalogueGain\": 1.5} | --gain 1.5 --shutter 5000",
        "controls | {'ColourGains': (1.5, 2)} | --awbgains 1.5,2",
        "controls | {'ColourCorrectionMatrix': [1,0,0,0,1,0,0,0,1]} | --ccm 1,0,0,0,1,0,0,0,1",
        "controls | {'AwbMode': 5} | --awb daylight",
        "controls | {'AwbMode': 'cloudy'} | --awb cloudy",
        "controls | {'AeExposureMode': 1} | --exposure sport",
        "controls | {'AeMeteringMode': 2} | --metering average",
        "controls | {'AfMode': 2} | --autofocus-mode continuous",
        "controls | {'AfMode': 0, 'LensPosition': 0.5} | --autofocus-mode manual --lens-position 0.5",
        "controls | {'NoiseReductionMode': 2} | --denoise cdn_hq",
        "controls | {'Contrast': 1.5, 'Saturation': 0, 'Sharpness': 2} "
            + "| --contrast 1.5 --saturation 0 --sharpness 2",
        "controls | {'AeEnable': True, 'AwbEnable': true} | --timeout 0 ",
        "queue | True | --timeout 0 ",
        "enforce_legacy_picamera | False | --timeout 0 ",
        "time_delay | 0.5 | --timeout 0 ",
        "HWFAILURE_TIMEOUT | 2.5 | --timeout 0 ",
      })
  void reachTheToolInItsWords(String name, String value, String words) {
    CameraSettings settings = PiCameraSource.builder().option(name, value).settings();
    assertThat(String.join(" ", settings.endlessly()) + " ").contains(words);
  }

  @Test
  void haveTheirPlaceInTheSettings() {
    CameraSettings settings =
        PiCameraSource.builder()
            .option("HWFAILURE_TIMEOUT", "2.5")
            .option("time_delay", "1")
            .option("auto_align_output_size", "True")
            .option("light", "17")
            .option("trigger", "27")
            .settings();
    assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(2500));
    assertThat(settings.startDelay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.autoAlign()).isTrue();
    assertThat(settings.light()).isEqualTo(OptionalInt.of(17));
    assertThat(settings.trigger()).isEqualTo(OptionalInt.of(27));
  }

  @ParameterizedTest
  @CsvSource({
    "format,bgr,BGR",
    "format,RGB888,BGR",
    "format,BGR888,RGB",
    "format,grey,GREY",
    "format,YUV420,YUV420",
    "colorspace,BGR,BGR",
    "colorspace,COLOR_BGR2RGB,RGB",
    "colorspace,COLOR_BGR2GRAY,GREY",
  })
  void namePixelFormats(String name, String value, PixelFormat format) {
    assertThat(PiCameraSource.builder().option(name, value).settings().format()).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour | red | has no option \"colour\": it has auto_align_output_size, autofocus",
        "iso | 800 | has no option \"iso\"",
        "fps | fast | option fps of the camera is \"fast\": use a number",
        "fps | Infinity | use a number",
        "width | 640.5 | option width of the camera is \"640.5\": use a whole number",
        "resolution | 640 | use 2 numbers apart by commas",
        "resolution | (640, 480, 3) | use 2 numbers",
        "hflip | yes | option hflip of the camera is \"yes\": use true or false",
        "awb | moonlight | use auto, incandescent, tungsten",
        "hdr | on | use off, auto, sensor, single_exp",
        "format | XRGB8888 | use bgr, rgb, grey or yuv420, or Picamera2's RGB888 or BGR888",
        "colorspace | COLOR_BGR2HSV | convert frames to others yourself",
        "mode | large | use WIDTH:HEIGHT:BITS",
        "mode | 1:2:3:U | use WIDTH:HEIGHT:BITS",
        "sensor | {\"size\": 3} | option sensor of the camera is \"size\": use output_size",
        "transform | Transform(transpose=1) | use hflip, vflip and rotation",
        "transform | Transform(rotation=90) | use 0 or 180",
        "controls | {\"Gain\": 1} | option controls of the camera is \"Gain\": use AeEnable",
        "controls | {\"FrameDurationLimits\": (1, 2)} | use the option fps",
        "controls | {\"ScalerCrop\": (0, 0, 1, 1)} | use the option roi",
        "controls | {\"Brightness\": 2} | option brightness of the camera is \"2\": use -1 to 1",
        "controls | {\"AeEnable\": False} | use fixed values instead: ExposureTime, AnalogueGain",
        "controls | {\"AwbMode\": 8} | option AwbMode of the camera is \"8\": use 0 to 7",
        "controls | {\"Brightness\" 2} | use {\"name\": value, \"name\": value}",
        "controls | {\"Brightness\": 1} and more | use {\"name\": value",
        "queue | false | the camera always runs",
        "enforce_legacy_picamera | true | only libcamera",
        "HWFAILURE_TIMEOUT | 10 | use more than 1 and less than 10 seconds",
        "time_delay | -1 | option time_delay of the camera is \"-1\"",
        "buffer_count | 0 | use 1 to 64",
        "shutter | -1 | option shutter of the camera is \"-1\"",
      })
  void areRefusedWhereNothingCanComeOfThem(String name, String value, String words) {
    assertThatThrownBy(() -> PiCameraSource.builder().option(name, value))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("\n");
  }

  @Test
  void twoNamesForOneThingAreRefused() {
    assertThatThrownBy(
            () ->
                NamedOptions.setAll(
                    PiCameraSource.builder(), Map.of("fps", "30", "framerate", "60")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("options fps and framerate of the camera say the same: use one");
  }

  /** Every control together: the stand-in checks them as the real tool would. */
  @Test
  void everyControlIsOneTheToolTakes() {
    StandIn standIn = new StandIn(folder);
    PiCameraBuilder camera = standIn.camera();
    Map<String, String> values =
        Map.of(
            "ColourGains", "(1.5, 2)",
            "ColourCorrectionMatrix", "(1,0,0,0,1,0,0,0,1)",
            "AeEnable", "true",
            "AwbEnable", "true",
            "AnalogueGain", "2",
            "ExposureTime", "20000");
    for (String control : Controls.names()) {
      camera.option("controls", "{\"" + control + "\": " + values.getOrDefault(control, "1") + "}");
    }
    camera.open().close();
    assertThat(List.of(standIn.started().get(0).split(" ")))
        .contains(
            "--exposure",
            "--metering",
            "--autofocus-mode",
            "--gain",
            "--awb",
            "--brightness",
            "--ccm",
            "--awbgains",
            "--contrast",
            "--shutter",
            "--ev",
            "--lens-position",
            "--denoise",
            "--saturation",
            "--sharpness");
  }
}
