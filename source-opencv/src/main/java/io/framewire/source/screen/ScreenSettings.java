package io.framewire.source.screen;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.SourceRequest;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What to take of which screen.
 *
 * @param width empty for all that is right of x
 * @param height empty for all that is below y
 */
record ScreenSettings(
    int number,
    int x,
    int y,
    OptionalInt width,
    OptionalInt height,
    double framesPerSecond,
    Duration timeout) {
  private static final Set<String> OPTIONS = Set.of("x", "y", "width", "height", "fps", "timeout");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final int LARGEST_SIDE = 65_535;
  private static final double DEFAULT_FPS = 30;
  private static final double MOST_FPS = 1000;
  private static final double DEFAULT_TIMEOUT_SECONDS = 10;
  private static final double LONGEST_TIMEOUT_SECONDS = 86_400;
  private static final double MILLIS = 1000;

  /** From a request without its scheme. */
  static ScreenSettings of(SourceRequest request) {
    request.requireOnly(OPTIONS);
    String number = request.location().isBlank() ? "0" : request.location();
    if (!NUMBER.matcher(number).matches()) {
      throw new ConfigurationException(
          "screen:" + number + " is no screen: write screen: or screen:1 for the second one");
    }
    return new ScreenSettings(
        Integer.parseInt(number),
        whole(request, "x", 0).orElse(0),
        whole(request, "y", 0).orElse(0),
        whole(request, "width", 1),
        whole(request, "height", 1),
        number(request, "fps", 0, MOST_FPS, DEFAULT_FPS),
        Duration.ofMillis(
            Math.round(
                MILLIS
                    * number(
                        request,
                        "timeout",
                        1 / MILLIS,
                        LONGEST_TIMEOUT_SECONDS,
                        DEFAULT_TIMEOUT_SECONDS))));
  }

  private static OptionalInt whole(SourceRequest request, String name, int least) {
    String text = request.options().get(name);
    if (text == null) {
      return OptionalInt.empty();
    }
    if (text.matches("\\d{1,5}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= LARGEST_SIDE) {
        return OptionalInt.of(value);
      }
    }
    throw refused(name, text, "a whole number from " + least + " to " + LARGEST_SIDE);
  }

  private static double number(
      SourceRequest request, String name, double least, double most, double otherwise) {
    String text = request.options().get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw refused(name, text, "a number");
    }
    throw refused(name, text, least + " to " + most);
  }

  private static ConfigurationException refused(String name, String value, String use) {
    return new ConfigurationException(
        "option " + name + " of the screen is \"" + value + "\": use " + use);
  }
}
