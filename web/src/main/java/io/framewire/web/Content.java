package io.framewire.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that is complete.
 *
 * @param status HTTP's number
 * @param type what the body is
 * @param body the bytes, which nobody changes
 * @param headers what is to be said besides
 */
record Content(int status, String type, byte[] body, Map<String, String> headers) {
  static Content of(String type, byte[] body) {
    return new Content(200, type, body, Map.of());
  }

  /** Nothing to show, and no body, which would be taken for the beginning of the next answer. */
  static Content nothing() {
    return new Content(204, "", new byte[0], Map.of());
  }

  /** A sentence for a person. */
  static Content words(int status, String words) {
    return new Content(
        status,
        "text/plain; charset=utf-8",
        (words + "\n").getBytes(StandardCharsets.UTF_8),
        Map.of());
  }

  Content with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Content(status, type, body, more);
  }
}
