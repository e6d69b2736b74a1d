package io.framewire.source.picamera;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a builder was told.
 *
 * @param toolOptions further options of the camera tool, by name without dashes; an empty value for
 *     one that takes none
 */
record CameraSettings(
    int camera,
    int width,
    int height,
    double fps,
    PixelFormat format,
    Duration startDelay,
    Duration timeout,
    boolean autoAlign,
    Optional<Path> tool,
    OptionalInt light,
    OptionalInt trigger,
    Map<String, String> toolOptions) {
  private static final int UNPADDED_WIDTHS = 128;

  /** Picamera2 rounds a width of BGR frames to this. */
  private static final int ALIGNED_WIDTHS = 32;

  private static final int SILENT_PERIODS = 4;
  private static final Duration SLOWEST_START = Duration.ofSeconds(10);
  private static final double NANOS = 1e9;
  private static final int NANOS_OF_A_MICRO = 1000;

  CameraSettings {
    toolOptions = new TreeMap<>(toolOptions);
    if (autoAlign) {
      width = Math.max(ALIGNED_WIDTHS * 2, width / ALIGNED_WIDTHS * ALIGNED_WIDTHS);
    }
  }

  /** What the tool is started with to go on until it is told to end. */
  List<String> endlessly() {
    return arguments("--timeout", "0");
  }

  /** What the tool is started with to end after one frame. */
  List<String> once() {
    return arguments("--frames", "1");
  }

  private List<String> arguments(String... end) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--camera", String.valueOf(camera), "--width", String.valueOf(width)));
    arguments.addAll(List.of("--height", String.valueOf(height), "--framerate", Checks.word(fps)));
    arguments.addAll(List.of("--codec", "yuv420", "--nopreview", "--flush", "--output", "-"));
    arguments.addAll(List.of(end));
    toolOptions.forEach(
        (name, value) -> {
          arguments.add("--" + name);
          if (!value.isEmpty()) {
            arguments.add(value);
          }
        });
    return arguments;
  }

  /** Whether rows carry padding that depends on the board, or the camera may choose the size. */
  boolean mustBeProbed() {
    return autoAlign || width % UNPADDED_WIDTHS != 0;
  }

  CameraSettings withSize(int newWidth, int newHeight) {
    return new CameraSettings(
        camera,
        newWidth,
        newHeight,
        fps,
        format,
        startDelay,
        timeout,
        false,
        tool,
        light,
        trigger,
        toolOptions);
  }

  /** Whether the tool need not be started anew to go from these settings to the others. */
  boolean sameProcess(CameraSettings other) {
    return tool.equals(other.tool)
        && autoAlign == other.autoAlign
        && endlessly().equals(other.endlessly());
  }

  /** How long no frame may come before the camera is taken to be gone. */
  Duration silence() {
    return longer(timeout, framePeriod().multipliedBy(SILENT_PERIODS));
  }

  /** How long the first frame may take. */
  Duration slowestStart() {
    return SLOWEST_START.plus(silence());
  }

  private Duration framePeriod() {
    Duration exposure =
        Duration.ofNanos(
            Long.parseLong(toolOptions.getOrDefault("shutter", "0")) * NANOS_OF_A_MICRO);
    return longer(Duration.ofNanos(Math.round(NANOS / fps)), exposure);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
