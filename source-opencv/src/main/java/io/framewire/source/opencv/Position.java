package io.framewire.source.opencv;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a video to go to, counted from its first frame. */
record Position(Unit unit, double value) {
  /** What the value counts. */
  enum Unit {
    SECONDS,
    FRAMES,
    /** 0 is the beginning and 1 the end. */
    SHARE
  }

  static final String START = "start";
  static final String MILLIS = "CAP_PROP_POS_MSEC";
  static final String FRAMES = "CAP_PROP_POS_FRAMES";
  static final String SHARE = "CAP_PROP_POS_AVI_RATIO";
  private static final List<String> NAMES = List.of(START, MILLIS, FRAMES, SHARE);

  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2}(?:\\.\\d+)?)");
  private static final double MINUTE_SECONDS = 60;
  private static final double HOUR_SECONDS = 3600;
  private static final double MOST = 1e9;

  /** The one that the options name, if any. */
  static Optional<Position> of(Settings settings) {
    List<String> given = NAMES.stream().filter(name -> settings.text(name).isPresent()).toList();
    if (given.size() > 1) {
      throw settings.refused(given.get(0), "only one of " + String.join(" and ", given));
    }
    return given.stream().findFirst().map(name -> of(settings, name));
  }

  static boolean isName(String option) {
    return NAMES.contains(option);
  }

  private static Position of(Settings settings, String name) {
    return switch (name) {
      case MILLIS -> new Position(Unit.SECONDS, number(settings, name, MOST) / 1000);
      case FRAMES -> new Position(Unit.FRAMES, Math.rint(number(settings, name, MOST)));
      case SHARE -> new Position(Unit.SHARE, number(settings, name, 1));
      default -> new Position(Unit.SECONDS, seconds(settings, name));
    };
  }

  private static double number(Settings settings, String name, double most) {
    return settings.number(name, 0, most).orElseThrow();
  }

  private static double seconds(Settings settings, String name) {
    Matcher clock = CLOCK.matcher(settings.text(name).orElseThrow().strip());
    if (clock.matches()) {
      double hours = clock.group(1) == null ? 0 : Double.parseDouble(clock.group(1));
      return hours * HOUR_SECONDS
          + Double.parseDouble(clock.group(2)) * MINUTE_SECONDS
          + Double.parseDouble(clock.group(3));
    }
    if (settings.text(name).orElseThrow().contains(":")) {
      throw settings.refused(name, "seconds, or hours:minutes:seconds");
    }
    return number(settings, name, MOST);
  }

  @Override
  public String toString() {
    return switch (unit) {
      case SECONDS -> value + " s";
      case FRAMES -> "frame " + (long) value;
      case SHARE -> value + " of its length";
    };
  }
}
