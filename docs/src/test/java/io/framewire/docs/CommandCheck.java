package io.framewire.docs;

import io.framewire.cli.Main;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Every framewire command of a block of shell is one that the command line understands. */
final class CommandCheck {
  private static final Set<String> LAUNCHERS = Set.of("framewire", "./framewire");

  private CommandCheck() {}

  static List<String> problems(List<Page> pages) {
    return pages.stream()
        .flatMap(page -> page.blocks("sh").stream())
        .flatMap(CommandCheck::problems)
        .toList();
  }

  /** How many commands there are to check. */
  static long commands(List<Page> pages) {
    return pages.stream()
        .flatMap(page -> page.blocks("sh").stream())
        .flatMap(block -> block.lines().stream())
        .filter(line -> line.contains("framewire "))
        .count();
  }

  private static Stream<String> problems(Block block) {
    List<String> problems = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < block.lines().size(); i++) {
      String next = block.lines().get(i);
      line.append(next);
      if (next.endsWith("\\")) {
        line.setLength(line.length() - 1);
        continue;
      }
      for (String problem : problems(line.toString())) {
        problems.add(block.problem(i, problem));
      }
      line.setLength(0);
    }
    return problems.stream();
  }

  private static List<String> problems(String line) {
    try {
      return Shell.commands(withoutPrompt(line)).stream().flatMap(CommandCheck::problem).toList();
    } catch (IllegalArgumentException unreadable) {
      return List.of(unreadable.getMessage());
    }
  }

  /** {@code camera$} says on which machine. */
  private static String withoutPrompt(String line) {
    return line.replaceFirst("^\\w*\\$\\s+", "");
  }

  private static Stream<String> problem(List<String> words) {
    List<String> command = words.stream().dropWhile(word -> word.matches("[A-Z_]+=.*")).toList();
    if (command.isEmpty() || !LAUNCHERS.contains(command.get(0))) {
      return Stream.empty();
    }
    try {
      new CommandLine(Main.class)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .parseArgs(command.subList(1, command.size()).toArray(String[]::new));
      return Stream.empty();
    } catch (ParameterException wrong) {
      return Stream.of(wrong.getMessage());
    }
  }
}
