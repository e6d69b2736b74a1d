package io.framewire.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes plain values as JSON. */
final class Json {
  private static final int FIRST_PRINTABLE = 0x20;

  private Json() {}

  /** Of maps, lists, text, numbers, truth values and null. */
  static String write(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> write(entry.getKey()) + ":" + write(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof CharSequence text ? quote(text) : String.valueOf(value);
  }

  private static String quote(CharSequence text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(unit -> append(quoted, (char) unit));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, char unit) {
    // the signs of markup too, wherever this ends up, and lone halves of a pair, which UTF-8 has
    // not
    if (unit < FIRST_PRINTABLE
        || "\"\\<>&'\u2028\u2029".indexOf(unit) >= 0
        || Character.isSurrogate(unit)) {
      quoted.append(String.format("\\u%04x", (int) unit));
    } else {
      quoted.append(unit);
    }
  }
}
