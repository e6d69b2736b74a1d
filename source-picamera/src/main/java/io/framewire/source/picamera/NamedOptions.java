package io.framewire.source.picamera;

import io.framewire.error.ConfigurationException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A builder's options by name: the camera tool's names, PiGear's, and a few of our own. */
final class NamedOptions {
  private static final long NANOS = 1_000_000_000;
  private static final List<List<String>> EITHER =
      List.of(
          List.of("resolution", "width"),
          List.of("resolution", "height"),
          List.of("fps", "framerate"),
          List.of("timeout", "hwfailure_timeout"),
          List.of("format", "colorspace"),
          List.of("mode", "sensor"));
  private static final Map<String, BiConsumer<PiCameraBuilder, String>> BY_NAME = new TreeMap<>();

  static {
    put("width", (camera, value) -> camera.width(Checks.whole("width", value)));
    put("height", (camera, value) -> camera.height(Checks.whole("height", value)));
    put("fps", (camera, value) -> camera.fps(Checks.number("fps", value)));
    same("framerate", "fps");
    put(
        "resolution",
        (camera, value) -> {
          int[] size = Checks.wholes("resolution", value, 2);
          camera.size(size[0], size[1]);
        });
    put("camera_num", (camera, value) -> camera.camera(Checks.whole("camera_num", value)));
    put("format", (camera, value) -> camera.format(Formats.ofFormat(value)));
    put("colorspace", (camera, value) -> camera.format(Formats.ofColourSpace(value)));
    put("time_delay", (camera, value) -> camera.startDelay(seconds("time_delay", value)));
    put("timeout", (camera, value) -> camera.timeout(seconds("timeout", value)));
    same("hwfailure_timeout", "timeout");
    put("buffer_count", (camera, value) -> camera.bufferCount(Checks.whole("buffer_count", value)));
    put("mode", NamedOptions::mode);
    put("sensor", (camera, value) -> DictOptions.sensor(camera, PythonDict.parse(value)));
    put("controls", (camera, value) -> Controls.set(camera, PythonDict.parse(value)));
    put("transform", (camera, value) -> DictOptions.transform(camera, PythonDict.parse(value)));
    put(
        "auto_align_output_size",
        (camera, value) -> camera.autoAlign(Checks.truth("auto_align_output_size", value)));
    put(
        "enable_verbose_logs",
        (camera, value) -> camera.verbose(Checks.truth("enable_verbose_logs", value)));
    put("queue", NamedOptions::queue);
    put("enforce_legacy_picamera", NamedOptions::legacy);
    put("hflip", (camera, value) -> camera.hflip(Checks.truth("hflip", value)));
    put("vflip", (camera, value) -> camera.vflip(Checks.truth("vflip", value)));
    put("rotation", (camera, value) -> camera.rotation(Checks.whole("rotation", value)));
    put(
        "roi",
        (camera, value) -> {
          double[] part = Checks.numbers("roi", value, 4);
          camera.roi(part[0], part[1], part[2], part[3]);
        });
    put("shutter", (camera, value) -> camera.shutter(micros("shutter", value)));
    put("gain", (camera, value) -> camera.gain(Checks.number("gain", value)));
    put("ev", (camera, value) -> camera.exposureCompensation(Checks.number("ev", value)));
    put(
        "exposure",
        (camera, value) -> camera.exposure(Checks.choice("exposure", value, ExposureMode.class)));
    put(
        "metering",
        (camera, value) -> camera.metering(Checks.choice("metering", value, MeteringMode.class)));
    put("awb", (camera, value) -> camera.awb(Checks.choice("awb", value, AwbMode.class)));
    put(
        "awbgains",
        (camera, value) -> {
          double[] gains = Checks.numbers("awbgains", value, 2);
          camera.awbGains(gains[0], gains[1]);
        });
    put("ccm", (camera, value) -> camera.colourMatrix(Checks.numbers("ccm", value, 9)));
    put("brightness", (camera, value) -> camera.brightness(Checks.number("brightness", value)));
    put("contrast", (camera, value) -> camera.contrast(Checks.number("contrast", value)));
    put("saturation", (camera, value) -> camera.saturation(Checks.number("saturation", value)));
    put("sharpness", (camera, value) -> camera.sharpness(Checks.number("sharpness", value)));
    put(
        "denoise",
        (camera, value) -> camera.denoise(Checks.choice("denoise", value, DenoiseMode.class)));
    put(
        "autofocus_mode",
        (camera, value) ->
            camera.autofocus(Checks.choice("autofocus_mode", value, AutofocusMode.class)));
    put(
        "lens_position",
        (camera, value) -> camera.lensPosition(Checks.number("lens_position", value)));
    put("hdr", (camera, value) -> camera.hdr(Checks.choice("hdr", value, HdrMode.class)));
    put("tuning_file", (camera, value) -> camera.tuningFile(path("tuning_file", value)));
    put("light", (camera, value) -> camera.light(Checks.whole("light", value)));
    put("trigger", (camera, value) -> camera.trigger(Checks.whole("trigger", value)));
  }

  private NamedOptions() {}

  /** In an order that does not depend on the map's; two names for one thing are refused. */
  static void setAll(PiCameraBuilder camera, Map<String, String> options) {
    Map<String, String> normal = new TreeMap<>();
    options.forEach((name, value) -> normal.put(normal(name), value));
    for (List<String> names : EITHER) {
      if (normal.keySet().containsAll(names)) {
        throw new ConfigurationException(
            "options " + String.join(" and ", names) + " of the camera say the same: use one");
      }
    }
    normal.forEach((name, value) -> set(camera, name, value));
  }

  static void set(PiCameraBuilder camera, String name, String value) {
    BiConsumer<PiCameraBuilder, String> option = BY_NAME.get(normal(name));
    if (option == null) {
      throw new ConfigurationException(
          "the camera has no option \"" + name + "\": it has " + String.join(", ", names()));
    }
    option.accept(camera, value);
  }

  static Iterable<String> names() {
    return BY_NAME.keySet();
  }

  private static String normal(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
  }

  private static void put(String name, BiConsumer<PiCameraBuilder, String> option) {
    BY_NAME.put(name, option);
  }

  private static void same(String name, String known) {
    BY_NAME.put(name, BY_NAME.get(known));
  }

  private static void mode(PiCameraBuilder camera, String value) {
    String[] parts = value.strip().split(":");
    boolean known =
        parts.length >= 2
            && parts.length <= 4
            && (parts.length < 4 || parts[3].equalsIgnoreCase("P"));
    if (!known) {
      throw Checks.refused("mode", value, "WIDTH:HEIGHT:BITS, 2304:1296:10 for instance");
    }
    camera.sensorMode(
        Checks.whole("mode", parts[0]),
        Checks.whole("mode", parts[1]),
        parts.length > 2 ? Checks.whole("mode", parts[2]) : 0);
  }

  private static void queue(PiCameraBuilder camera, String value) {
    if (!Checks.truth("queue", value)) {
      throw Checks.refused(
          "queue", value, "true: the camera always runs, and a read gives its newest");
    }
  }

  private static void legacy(PiCameraBuilder camera, String value) {
    if (Checks.truth("enforce_legacy_picamera", value)) {
      throw Checks.refused(
          "enforce_legacy_picamera", value, "false: there is only libcamera, through rpicam-vid");
    }
  }

  private static Duration seconds(String option, String value) {
    double seconds = Checks.within(option, Checks.number(option, value), 0, Integer.MAX_VALUE);
    return Duration.ofNanos(Math.round(seconds * NANOS));
  }

  static Duration micros(String option, String value) {
    int micros = Checks.within(option, Checks.whole(option, value), 0, Integer.MAX_VALUE);
    return Duration.ofNanos(micros * 1000L);
  }

  private static Path path(String option, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException impossible) {
      throw Checks.refused(option, value, "the path of a file");
    }
  }
}
