package io.framewire.codec.msgpack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a message turned out to be. Immutable but for the values inside.
 *
 * @param summary what it is in a few words, {@code "a frame"} for instance
 * @param parts its parts
 * @param problem the first thing that is wrong with it; empty if nothing is
 */
public record MessageInspection(
    String summary, List<PartInspection> parts, Optional<String> problem) {
  /**
   * Copies the list.
   *
   * @param summary what it is in a few words, {@code "a frame"} for instance
   * @param parts its parts
   * @param problem the first thing that is wrong with it; empty if nothing is
   */
  public MessageInspection {
    parts = List.copyOf(parts);
  }

  /** The summary and a line for each part. */
  @Override
  public String toString() {
    return summary
        + problem.map(words -> ": PROBLEM: " + words).orElse("")
        + parts.stream().map(part -> "\n  " + part).collect(Collectors.joining());
  }
}
