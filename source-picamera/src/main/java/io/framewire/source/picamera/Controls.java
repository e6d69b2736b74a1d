package io.framewire.source.picamera;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** libcamera's controls by name, as Picamera2 and PiGear take them, for the camera tool. */
final class Controls {
  private static final List<ExposureMode> EXPOSURES =
      List.of(ExposureMode.NORMAL, ExposureMode.SPORT, ExposureMode.LONG, ExposureMode.CUSTOM);
  private static final List<MeteringMode> METERINGS =
      List.of(MeteringMode.CENTRE, MeteringMode.SPOT, MeteringMode.AVERAGE, MeteringMode.CUSTOM);
  private static final List<AutofocusMode> FOCUSES =
      List.of(AutofocusMode.MANUAL, AutofocusMode.AUTO, AutofocusMode.CONTINUOUS);
  private static final List<DenoiseMode> DENOISES =
      List.of(DenoiseMode.OFF, DenoiseMode.CDN_FAST, DenoiseMode.CDN_HQ);

  private static final Map<String, BiConsumer<PiCameraBuilder, String>> BY_NAME = new TreeMap<>();

  static {
    put("AeEnable", (camera, value) -> onlyOn("AeEnable", value, "ExposureTime, AnalogueGain"));
    put(
        "AeExposureMode",
        (camera, value) ->
            camera.exposure(Checks.choice("AeExposureMode", value, ExposureMode.class, EXPOSURES)));
    put(
        "AeMeteringMode",
        (camera, value) ->
            camera.metering(Checks.choice("AeMeteringMode", value, MeteringMode.class, METERINGS)));
    put(
        "AfMode",
        (camera, value) ->
            camera.autofocus(Checks.choice("AfMode", value, AutofocusMode.class, FOCUSES)));
    put("AnalogueGain", (camera, value) -> camera.gain(Checks.number("AnalogueGain", value)));
    put("AwbEnable", (camera, value) -> onlyOn("AwbEnable", value, "ColourGains"));
    put(
        "AwbMode",
        (camera, value) ->
            camera.awb(Checks.choice("AwbMode", value, AwbMode.class, List.of(AwbMode.values()))));
    put("Brightness", (camera, value) -> camera.brightness(Checks.number("Brightness", value)));
    put(
        "ColourCorrectionMatrix",
        (camera, value) -> camera.colourMatrix(Checks.numbers("ColourCorrectionMatrix", value, 9)));
    put(
        "ColourGains",
        (camera, value) -> {
          double[] gains = Checks.numbers("ColourGains", value, 2);
          camera.awbGains(gains[0], gains[1]);
        });
    put("Contrast", (camera, value) -> camera.contrast(Checks.number("Contrast", value)));
    put(
        "ExposureTime",
        (camera, value) -> camera.shutter(NamedOptions.micros("ExposureTime", value)));
    put(
        "ExposureValue",
        (camera, value) -> camera.exposureCompensation(Checks.number("ExposureValue", value)));
    put(
        "LensPosition",
        (camera, value) -> camera.lensPosition(Checks.number("LensPosition", value)));
    put(
        "NoiseReductionMode",
        (camera, value) ->
            camera.denoise(
                Checks.choice("NoiseReductionMode", value, DenoiseMode.class, DENOISES)));
    put("Saturation", (camera, value) -> camera.saturation(Checks.number("Saturation", value)));
    put("Sharpness", (camera, value) -> camera.sharpness(Checks.number("Sharpness", value)));
  }

  private Controls() {}

  static void set(PiCameraBuilder camera, Map<String, String> controls) {
    controls.forEach(
        (name, value) -> {
          BiConsumer<PiCameraBuilder, String> control = BY_NAME.get(name);
          if (control == null) {
            throw Checks.refused("controls", name, instead(name));
          }
          control.accept(camera, value);
        });
  }

  static Iterable<String> names() {
    return BY_NAME.keySet();
  }

  private static String instead(String name) {
    return switch (name) {
      case "FrameDuration", "FrameDurationLimits", "FrameRate" -> "the option fps";
      case "ScalerCrop" -> "the option roi, in fractions of the picture";
      case "HdrMode" -> "the option hdr";
      default -> String.join(", ", names()) + "; rpicam-vid cannot set others";
    };
  }

  private static void put(String name, BiConsumer<PiCameraBuilder, String> control) {
    BY_NAME.put(name, control);
  }

  /** What the tool turns off by itself where fixed values are given. */
  private static void onlyOn(String name, String value, String fixed) {
    if (!Checks.truth(name, value)) {
      throw Checks.refused(name, value, "fixed values instead: " + fixed);
    }
  }
}
