package io.framewire.source.picamera;

import io.framewire.error.ConfigurationException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Refuses impossible values of options, and reads and writes them as words. */
final class Checks {
  private Checks() {}

  static double within(String option, double value, double least, double most) {
    if (value >= least && value <= most) {
      return value;
    }
    throw refused(option, word(value), word(least) + " to " + word(most));
  }

  static int within(String option, int value, int least, int most) {
    within(option, (double) value, least, most);
    return value;
  }

  static int even(String option, int value, int least, int most) {
    if (value >= least && value <= most && value % 2 == 0) {
      return value;
    }
    throw refused(option, String.valueOf(value), "an even number, " + least + " to " + most);
  }

  static double number(String option, String text) {
    try {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw refused(option, text, "a number");
    }
    throw refused(option, text, "a number");
  }

  static int whole(String option, String text) {
    double value = number(option, text);
    if (value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE) {
      return (int) value;
    }
    throw refused(option, text, "a whole number");
  }

  static boolean truth(String option, String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw refused(option, text, "true or false");
    };
  }

  /** Numbers apart by commas, parentheses around them or not; {@code 640x480} for two. */
  static double[] numbers(String option, String text, int count) {
    String plain = text.strip().replaceAll("^[(\\[]|[)\\]]$", "");
    String[] parts = plain.split(count == 2 ? "\\s*[,xX:]\\s*" : "\\s*,\\s*", -1);
    if (parts.length != count) {
      throw refused(option, text, count + " numbers apart by commas");
    }
    return Arrays.stream(parts).mapToDouble(part -> number(option, part)).toArray();
  }

  static int[] wholes(String option, String text, int count) {
    double[] values = numbers(option, text, count);
    int[] wholes = new int[count];
    for (int index = 0; index < count; index++) {
      wholes[index] = whole(option, word(values[index]));
    }
    return wholes;
  }

  /** A constant by its word, as the camera tool writes it. */
  static <E extends Enum<E>> E choice(String option, String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(text.strip().toLowerCase(Locale.ROOT).replace('-', '_'))) {
        return constant;
      }
    }
    throw refused(option, text, words(type));
  }

  /** A constant by its word or by the number that libcamera gives it, counted in this order. */
  static <E extends Enum<E>> E choice(String option, String text, Class<E> type, List<E> byNumber) {
    return text.strip().matches("\\d")
        ? byNumber.get(within(option, whole(option, text), 0, byNumber.size() - 1))
        : choice(option, text, type);
  }

  static <E extends Enum<E>> String words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Checks::word)
        .collect(Collectors.joining(", "));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static String word(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  static ConfigurationException refused(String option, String value, String use) {
    return new ConfigurationException(
        "option " + option + " of the camera is \"" + value + "\": use " + use);
  }
}
