package io.framewire.source.opencv;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file or stream is to be opened with; a snapshot of the request's options. */
record FfmpegOptions(
    Optional<String> format,
    Optional<String> decoder,
    int threads,
    String hwaccel,
    String frameFormat,
    Optional<ColorSpace> colorSpace,
    boolean upright,
    Optional<Position> start,
    int every,
    Settings settings,
    Map<String, String> custom,
    Duration openLimit,
    Duration readLimit) {
  static final String COLOR_SPACE = "colorspace";

  /** The names of the options, but for FFmpeg's own and OpenCV's properties. */
  static final Set<String> NAMES =
      Set.of(
          "timeout",
          "format",
          "decoder",
          "threads",
          "hwaccel",
          "frame_format",
          COLOR_SPACE,
          "start",
          "every",
          "corrupt",
          "backend");

  private static final String UPRIGHT = "CAP_PROP_ORIENTATION_AUTO";
  private static final String THREADS = "CAP_PROP_N_THREADS";
  private static final String HARDWARE = "CAP_PROP_HW_ACCELERATION";
  private static final String OPEN_LIMIT = "CAP_PROP_OPEN_TIMEOUT_MSEC";
  private static final String READ_LIMIT = "CAP_PROP_READ_TIMEOUT_MSEC";
  private static final Set<String> PROPERTIES =
      Set.of(
          UPRIGHT,
          THREADS,
          HARDWARE,
          OPEN_LIMIT,
          READ_LIMIT,
          Position.MILLIS,
          Position.FRAMES,
          Position.SHARE);

  /** By OpenCV's number for CAP_PROP_HW_ACCELERATION. */
  private static final List<String> DEVICES =
      List.of(Hardware.NONE, Hardware.AUTO, "d3d11va", "vaapi", "qsv");

  private static final int MOST_THREADS = 64;
  private static final int MOST_SKIPPED = 1_000_000;

  static FfmpegOptions of(Settings settings) {
    settings.requireOnly(NAMES);
    requireKnownProperties(settings);
    String frameFormat =
        settings.text("frame_format").orElse(PixelFormat.DEFAULT).strip().toLowerCase(Locale.ROOT);
    Optional<ColorSpace> colorSpace = settings.text(COLOR_SPACE).flatMap(ColorSpace::of);
    if (colorSpace.isPresent()) {
      requireBgr(settings, frameFormat);
    }
    return new FfmpegOptions(
        settings.text("format"),
        settings.text("decoder"),
        either(settings, "threads", THREADS, MOST_THREADS).orElse(0),
        hardware(settings),
        frameFormat,
        colorSpace,
        settings.whole(UPRIGHT, 0, 1).orElse(1) == 1,
        Position.of(settings),
        settings.whole("every", 1, MOST_SKIPPED).orElse(1),
        settings,
        settings.beginning(Settings.FFMPEG, false),
        settings.timeout(OPEN_LIMIT),
        settings.timeout(READ_LIMIT));
  }

  private static void requireBgr(Settings settings, String frameFormat) {
    if (!frameFormat.equals(PixelFormat.DEFAULT)) {
      throw settings.refused(
          COLOR_SPACE, "it without frame_format, or frame_format bgr24: it converts from BGR");
    }
  }

  private static Optional<Integer> either(
      Settings settings, String name, String property, int most) {
    return settings.whole(name, 0, most).or(() -> settings.whole(property, 0, most));
  }

  private static String hardware(Settings settings) {
    return settings
        .text("hwaccel")
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .or(() -> settings.whole(HARDWARE, 0, DEVICES.size() - 1).map(DEVICES::get))
        .orElse(Hardware.NONE);
  }

  private static void requireKnownProperties(Settings settings) {
    for (String name : settings.beginning(Settings.PROPERTY, true).keySet()) {
      if (!PROPERTIES.contains(name)) {
        throw settings.refused(
            name,
            "only those that FFmpeg can set, "
                + String.join(", ", PROPERTIES.stream().sorted().toList())
                + "; size, rate and length are as they are in the source, and in its info");
      }
    }
  }

  /** What becomes of damaged frames. */
  Damage damage(boolean live) {
    return Damage.of(settings, live);
  }
}
