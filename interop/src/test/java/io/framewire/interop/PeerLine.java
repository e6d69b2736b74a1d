package io.framewire.interop;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line a script said. */
record PeerLine(Map<String, Object> values) {
  /** What a line of output says, if it is one of these and not a log's. */
  static Optional<PeerLine> read(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PeerLine(JSON.std.mapFrom(line)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(line, unreadable);
    }
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

  List<String> texts(String name) {
    return ((List<?>) values.get(name)).stream().map(String::valueOf).toList();
  }

  List<?> shape() {
    return (List<?>) values.get("shape");
  }
}
