package io.framewire.docs;

import java.util.List;
import java.util.Set;

/** Every block is in a language that is checked, or says that it is text. */
final class LanguageCheck {
  private static final Set<String> KNOWN = Set.of("java", "sh", "xml", "json", "python", "text");

  private LanguageCheck() {}

  static List<String> problems(List<Page> pages) {
    return pages.stream()
        .flatMap(page -> page.blocks().stream())
        .filter(block -> !KNOWN.contains(block.language()))
        .map(block -> block.problem(-1, "unknown language '" + block.language() + "'"))
        .toList();
  }
}
