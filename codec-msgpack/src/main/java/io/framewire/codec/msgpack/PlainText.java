package io.framewire.codec.msgpack;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes plain values for a person. */
final class PlainText {
  private PlainText() {}

  static String of(Object value) {
    if (value instanceof byte[] bytes) {
      return "<" + bytes.length + " bytes>";
    } else if (value instanceof String text) {
      return Utf8.quote(text);
    } else if (value instanceof List<?> list) {
      return list.stream().map(PlainText::of).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return String.valueOf(value);
  }
}
