package io.framewire.interop;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One line a script said. */
record PeerLine(Map<String, Object> values) {
  static PeerLine parse(String json) throws IOException {
    return new PeerLine(JSON.std.mapFrom(json));
  }

  boolean is(String event) {
    return event.equals(values.get("event"));
  }

  String text(String name) {
    return String.valueOf(values.get(name));
  }

  int number(String name) {
    return ((Number) values.get(name)).intValue();
  }

  long crc32() {
    return ((Number) values.get("crc32")).longValue();
  }

  List<?> shape() {
    return (List<?>) values.get("shape");
  }
}
