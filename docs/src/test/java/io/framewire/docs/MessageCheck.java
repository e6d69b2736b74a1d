package io.framewire.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every message that a page explains is one that the program has. A message is the code that a row
 * of a table begins with; {@code …} in it stands for what differs.
 */
final class MessageCheck {
  private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` (<!-- the JVM's --> )?\\|.*");
  private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final int LONG_ENOUGH = 12;

  private final Set<String> literals;

  /**
   * Reads what there is.
   *
   * @param sources the text of all source files that may have a message
   */
  MessageCheck(Stream<String> sources) {
    literals = sources.flatMap(MessageCheck::literals).collect(Collectors.toSet());
  }

  static Stream<String> rows(String text) {
    return text.lines().filter(line -> ROW.matcher(line).matches());
  }

  List<String> problems(String name, String text) {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> problem(name + ":" + (i + 1) + ": ", lines.get(i)))
        .flatMap(found -> found)
        .toList();
  }

  private Stream<String> problem(String where, String line) {
    Matcher row = ROW.matcher(line);
    if (!row.matches() || row.group(2) != null) {
      return Stream.empty();
    }
    List<String> parts = Arrays.stream(row.group(1).split("…")).map(String::strip).toList();
    if (parts.stream().noneMatch(part -> part.length() >= LONG_ENOUGH)) {
      return Stream.of(where + "too little to tell it by: " + row.group(1));
    }
    return parts.stream()
        .filter(part -> literals.stream().noneMatch(literal -> literal.contains(part)))
        .map(part -> where + "no message has this: " + part);
  }

  private static Stream<String> literals(String source) {
    return LITERAL
        .matcher(JOINED.matcher(source).replaceAll(""))
        .results()
        .map(found -> found.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
  }
}
