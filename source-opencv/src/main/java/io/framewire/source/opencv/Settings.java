package io.framewire.source.opencv;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.SourceRequest;
import java.time.Duration;
import java.util.Optional;

/** Reads a request's options. */
final class Settings {
  private static final double DEFAULT_TIMEOUT_SECONDS = 10;
  private static final double LONGEST_TIMEOUT_SECONDS = 86_400;
  private static final double MILLIS = 1000;

  private final SourceRequest request;

  Settings(SourceRequest request) {
    this.request = request;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(request.options().get(name));
  }

  Duration timeout() {
    double seconds =
        number("timeout", 1 / MILLIS, LONGEST_TIMEOUT_SECONDS).orElse(DEFAULT_TIMEOUT_SECONDS);
    return Duration.ofMillis(Math.round(seconds * MILLIS));
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

  private ConfigurationException refused(String name, String use) {
    return new ConfigurationException(
        "option "
            + name
            + " of source "
            + Place.of(request.location())
            + " is \""
            + request.options().get(name)
            + "\": use "
            + use);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
