package io.framewire.docs;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Every block of JSON is a value of it. */
final class JsonCheck {
  private JsonCheck() {}

  static List<String> problems(List<Page> pages) {
    return pages.stream()
        .flatMap(page -> page.blocks("json").stream())
        .flatMap(JsonCheck::problem)
        .toList();
  }

  private static Stream<String> problem(Block block) {
    try {
      JSON.std.anyFrom(block.text());
      return Stream.empty();
    } catch (IOException malformed) {
      return Stream.of(block.problem(0, malformed.getMessage().lines().findFirst().orElse("")));
    }
  }
}
