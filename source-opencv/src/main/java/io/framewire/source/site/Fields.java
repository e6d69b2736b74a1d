package io.framewire.source.site;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object whose fields may be missing, null, or of another type than they should be. */
record Fields(Map<String, Object> values) {
  /**
   * Reads JSON.
   *
   * @throws IOException if it is no JSON object
   */
  static Fields parse(byte[] json) throws IOException {
    Map<String, Object> values = JSON.std.mapFrom(json);
    if (values == null) {
      throw new IOException("it is null, not an object");
    }
    return new Fields(values);
  }

  /** What is an object in a list. */
  @SuppressWarnings("unchecked")
  static List<Fields> allOf(List<?> list) {
    return list.stream()
        .filter(Map.class::isInstance)
        .map(object -> new Fields((Map<String, Object>) object))
        .toList();
  }

  boolean has(String name) {
    return values.get(name) != null;
  }

  Optional<String> text(String name) {
    return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** A positive number. */
  Optional<Double> number(String name) {
    return values.get(name) instanceof Number number && number.doubleValue() > 0
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  boolean truth(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  List<Fields> objects(String name) {
    return values.get(name) instanceof List<?> list ? allOf(list) : List.of();
  }

  @SuppressWarnings("unchecked")
  Fields object(String name) {
    return new Fields(
        values.get(name) instanceof Map<?, ?> object ? (Map<String, Object>) object : Map.of());
  }
}
