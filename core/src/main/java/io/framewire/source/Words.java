package io.framewire.source;

import io.framewire.error.ConfigurationException;
import java.time.Duration;
import java.util.Locale;

/** Reads the values of options, in Java's and Python's words. */
final class Words {
  private static final double NANOS = 1e9;

  private Words() {}

  static boolean truth(String name, String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw refused(name, value, "true or false");
    };
  }

  static Duration seconds(String name, String value, double most) {
    return Duration.ofNanos(Math.round(number(name, value, most, "seconds") * NANOS));
  }

  static int whole(String name, String value, int most) {
    double number = number(name, value, most, "as a whole number");
    if (number != Math.rint(number)) {
      throw refused(name, value, "a whole number");
    }
    return (int) number;
  }

  private static double number(String name, String value, double most, String unit) {
    try {
      double number = Double.parseDouble(value);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw new ConfigurationException(
          "option " + name + " is \"" + value + "\", not a number", notANumber);
    }
    throw refused(name, value, "0 to " + (long) most + " " + unit);
  }

  static ConfigurationException refused(String name, String value, String use) {
    return new ConfigurationException("option " + name + " is \"" + value + "\": use " + use);
  }
}
