package io.framewire.frame;

import io.framewire.error.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads array-protocol strings and NumPy's names. */
final class DTypeParser {
  private static final Pattern PROTOCOL_STRING =
      Pattern.compile("([|<>=]?)([a-zA-Z])(\\d*)(?:\\[([^\\]]+)])?");

  private static final Pattern TIME_UNIT =
      Pattern.compile("\\d*(?:Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)(?:/\\d+)?|generic");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("bool", "|b1"),
          Map.entry("int8", "|i1"),
          Map.entry("uint8", "|u1"),
          Map.entry("int16", "=i2"),
          Map.entry("uint16", "=u2"),
          Map.entry("int32", "=i4"),
          Map.entry("uint32", "=u4"),
          Map.entry("int64", "=i8"),
          Map.entry("uint64", "=u8"),
          Map.entry("float16", "=f2"),
          Map.entry("float32", "=f4"),
          Map.entry("float64", "=f8"),
          Map.entry("complex64", "=c8"),
          Map.entry("complex128", "=c16"));

  private DTypeParser() {}

  static DType parse(String text) {
    Matcher matcher = PROTOCOL_STRING.matcher(NAMES.getOrDefault(text, text));
    if (!matcher.matches()) {
      throw unknown(text);
    }
    if (matcher.group(2).equals("O")) {
      throw new ConfigurationException(
          "dtype \"" + text + "\" holds Python objects, which Framewire never reads or writes");
    }
    Kind kind = Kind.of(matcher.group(2).charAt(0)).orElseThrow(() -> unknown(text));
    int itemSize = itemSize(kind, matcher.group(3), text);
    if (!kind.hasItemSize(itemSize)) {
      throw unknown(text);
    }
    return new DType(
        kind,
        itemSize,
        order(kind, itemSize, matcher.group(1)),
        unit(kind, matcher.group(4), text),
        List.of());
  }

  private static int itemSize(Kind kind, String digits, String text) {
    if (digits.isEmpty()) {
      throw unknown(text);
    }
    try {
      int count = Integer.parseInt(digits);
      return kind == Kind.UNICODE ? Math.multiplyExact(count, 4) : count;
    } catch (ArithmeticException | NumberFormatException tooLarge) {
      throw new ConfigurationException(
          "dtype \"" + text + "\" is larger than 2 GiB an element", tooLarge);
    }
  }

  private static ByteOrderMark order(Kind kind, int itemSize, String symbol) {
    if (itemSize == 1 && kind != Kind.UNICODE || kind == Kind.BYTES || kind == Kind.VOID) {
      return ByteOrderMark.NONE;
    }
    return switch (symbol) {
      case "<" -> ByteOrderMark.LITTLE;
      case ">" -> ByteOrderMark.BIG;
      default -> ByteOrderMark.nativeMark();
    };
  }

  private static String unit(Kind kind, String unit, String text) {
    if (unit == null || unit.equals("generic")) {
      return "";
    }
    boolean timed = kind == Kind.DATETIME || kind == Kind.TIMEDELTA;
    if (!timed || !TIME_UNIT.matcher(unit).matches()) {
      throw unknown(text);
    }
    return unit;
  }

  private static ConfigurationException unknown(String text) {
    return new ConfigurationException(
        "unknown dtype \""
            + text
            + "\": use an array-protocol string such as |u1, <i2, <f4, or a name such as uint8");
  }
}
