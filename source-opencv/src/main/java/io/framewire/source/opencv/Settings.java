package io.framewire.source.opencv;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.SourceRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a request's options, under our names and vidgear's. */
final class Settings {
  /** What begins the name of a property of OpenCV's VideoCapture. */
  static final String PROPERTY = "CAP_PROP_";

  /** What begins an option that FFmpeg itself is to read. */
  static final String FFMPEG = "ffmpeg.";

  /** What FFGear and FFmpeg's command line call the same. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "source_demuxer", "format",
          "-f", "format",
          "-vcodec", "decoder",
          "-hwaccel", "hwaccel",
          "-ss", "start",
          "-threads", "threads");

  private static final double DEFAULT_TIMEOUT_SECONDS = 10;
  private static final double LONGEST_TIMEOUT_SECONDS = 86_400;
  private static final double MILLIS = 1000;

  private final Place place;
  private final Map<String, String> options = new TreeMap<>();

  Settings(SourceRequest request) {
    place = Place.of(request.location());
    request.options().forEach(this::add);
  }

  static String plain(String name) {
    return OTHER_NAMES.getOrDefault(name, name);
  }

  private void add(String given, String value) {
    String name = plain(given);
    String other = options.put(name, value);
    if (other != null && !other.equals(value)) {
      throw new ConfigurationException(
          "option "
              + name
              + " of source "
              + place
              + " is given twice, also under another name: leave out \""
              + value
              + "\" or \""
              + other
              + "\"");
    }
  }

  /** Refuses options that nobody will read, but for OpenCV's properties and FFmpeg's own. */
  void requireOnly(Set<String> known) {
    Map<String, String> own = new TreeMap<>(options);
    own.keySet().removeIf(name -> name.startsWith(PROPERTY) || name.startsWith(FFMPEG));
    new SourceRequest(place.location(), own).requireOnly(known);
  }

  /** The options whose names begin so, by the rest of their names or the whole. */
  Map<String, String> beginning(String prefix, boolean withPrefix) {
    Map<String, String> found = new TreeMap<>();
    options.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            found.put(withPrefix ? name : name.substring(prefix.length()), value);
          }
        });
    return found;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(options.get(name));
  }

  Duration timeout() {
    double seconds =
        number("timeout", 1 / MILLIS, LONGEST_TIMEOUT_SECONDS).orElse(DEFAULT_TIMEOUT_SECONDS);
    return Duration.ofMillis(Math.round(seconds * MILLIS));
  }

  /** A time limit of OpenCV's in milliseconds; the option timeout where it is not given. */
  Duration timeout(String property) {
    return number(property, 1, LONGEST_TIMEOUT_SECONDS * MILLIS)
        .map(millis -> Duration.ofMillis(Math.round(millis)))
        .orElseGet(this::timeout);
  }

  Optional<Integer> whole(String name, int least, int most) {
    return number(name, least, most)
        .map(
            value -> {
              if (value != Math.rint(value)) {
                throw refused(name, "a whole number");
              }
              return value.intValue();
            });
  }

  Optional<Double> number(String name, double least, double most) {
    return text(name).map(text -> parse(name, text, least, most));
  }

  private double parse(String name, String text, double least, double most) {
    try {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw refused(name, "a number");
    }
    throw refused(name, plain(least) + " to " + plain(most));
  }

  /** An error that names an option, its value and the remedy. */
  ConfigurationException refused(String name, String use) {
    return refused(place, name, options.get(name), use);
  }

  static ConfigurationException refused(Place place, String name, String value, String use) {
    return new ConfigurationException(
        "option " + name + " of source " + place + " is \"" + value + "\": use " + use);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
