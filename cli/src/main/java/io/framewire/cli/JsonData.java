package io.framewire.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.error.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** JSON in and out. */
final class JsonData {
  private JsonData() {}

  /** Empty for {@code null}, which is no data. */
  static Optional<Object> parse(String text) {
    try {
      return Optional.ofNullable(JSON.std.anyFrom(text));
    } catch (IOException notJson) {
      throw new ConfigurationException(
          "--data is not JSON: \"" + text + "\"; a text needs its own quotes, '\"hello\"'",
          notJson);
    }
  }

  static String write(Map<String, Object> object) {
    try {
      return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(object);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
