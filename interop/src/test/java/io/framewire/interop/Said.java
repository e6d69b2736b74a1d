package io.framewire.interop;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the test programs print: a line of JSON for each event. */
final class Said {
  private Said() {}

  /** Prints an event with names and values in turn. */
  static void say(String event, Object... namesAndValues) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", event);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      line.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    // one call, so that lines of several threads do not mix
    System.out.println(Descr.json(line));
  }
}
