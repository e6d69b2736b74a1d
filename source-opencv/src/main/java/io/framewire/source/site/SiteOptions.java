package io.framewire.source.site;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.SourceRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a video at a site.
 *
 * @param wanted whether the location is a page to look at, rather than something to open as it is
 * @param program yt-dlp, where it is not to be looked for
 * @param limit how long yt-dlp may take
 * @param others all options that are not of this
 */
record SiteOptions(
    boolean wanted,
    Optional<Path> program,
    Resolution resolution,
    StreamParams params,
    Duration limit,
    Map<String, String> others) {
  static final String STREAM_MODE = "stream_mode";

  private static final double DEFAULT_LIMIT_SECONDS = 60;
  private static final double LONGEST_LIMIT_SECONDS = 3600;
  private static final double MILLIS = 1000;

  static SiteOptions of(SourceRequest request) {
    Map<String, String> options = new LinkedHashMap<>(request.options());
    boolean wanted = taken(options, STREAM_MODE).map(SiteOptions::truth).orElse(true);
    if (!wanted) {
      return new SiteOptions(
          false, Optional.empty(), Resolution.BEST, StreamParams.NONE, Duration.ZERO, options);
    }
    return new SiteOptions(
        true,
        taken(options, "yt_dlp").map(SiteOptions::path),
        taken(options, "STREAM_RESOLUTION").map(Resolution::of).orElse(Resolution.BEST),
        taken(options, "STREAM_PARAMS").map(StreamParams::of).orElse(StreamParams.NONE),
        limit(taken(options, "yt_dlp_timeout")),
        options);
  }

  private static Optional<String> taken(Map<String, String> options, String name) {
    return Optional.ofNullable(options.remove(name));
  }

  private static boolean truth(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw refused(STREAM_MODE, text, "true or false");
    };
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw refused("yt_dlp", text, "the path of the program yt-dlp");
    }
    return Path.of(text);
  }

  private static Duration limit(Optional<String> text) {
    double seconds = text.map(SiteOptions::seconds).orElse(DEFAULT_LIMIT_SECONDS);
    return Duration.ofMillis(Math.max(1, Math.round(seconds * MILLIS)));
  }

  private static double seconds(String text) {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds > 0 && seconds <= LONGEST_LIMIT_SECONDS) {
        return seconds;
      }
    } catch (NumberFormatException notANumber) {
      throw refused("yt_dlp_timeout", text, "a number of seconds");
    }
    throw refused("yt_dlp_timeout", text, "seconds, more than 0 and up to 3600");
  }

  private static ConfigurationException refused(String option, String value, String use) {
    return new ConfigurationException("option " + option + " is \"" + value + "\": use " + use);
  }
}
