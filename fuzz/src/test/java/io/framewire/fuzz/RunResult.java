package io.framewire.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run came to, read from its log.
 *
 * @param target what was fuzzed
 * @param log the whole output
 * @param done Jazzer's words for how many inputs it ran and how long; empty if it broke off
 * @param memory the inputs and the memory at the beginning and end, in the target's words
 * @param findings the files with the inputs that were found
 * @param trouble what else went wrong; empty if nothing did
 */
record RunResult(
    Target target,
    Path log,
    Optional<String> done,
    Optional<String> memory,
    List<String> findings,
    Optional<String> trouble) {
  private static final Pattern DONE = Pattern.compile("(?m)^Done (\\d+ runs in \\d+ second)");
  private static final Pattern MEMORY = Pattern.compile("(?m)^" + Progress.REPORT + "(.*)$");
  private static final Pattern FOUND = Pattern.compile("Test unit written to (\\S+)");
  private static final Pattern WHAT =
      Pattern.compile("(?m)^(?:== Java (?:Exception|Assertion Error): |.*ERROR: libFuzzer: )(.*)$");

  static RunResult of(Target target, Path log, int exitCode) throws IOException {
    String text = Files.readString(log, StandardCharsets.ISO_8859_1);
    Optional<String> done = first(DONE, text);
    List<String> findings = all(FOUND, text);
    List<String> what = all(WHAT, text);
    Optional<String> trouble =
        !what.isEmpty()
            ? Optional.of(String.join("; ", what))
            : done.isEmpty() || exitCode != 0
                ? Optional.of("Jazzer broke off with exit code " + exitCode)
                : Optional.empty();
    return new RunResult(target, log, done, first(MEMORY, text), findings, trouble);
  }

  boolean isClean() {
    return findings.isEmpty() && trouble.isEmpty();
  }

  /** One line for a person. */
  String summary() {
    return "%-9s %s, %d findings; %s"
        .formatted(
            target, done.orElse("broke off"), findings.size(), memory.orElse("memory unknown"));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
