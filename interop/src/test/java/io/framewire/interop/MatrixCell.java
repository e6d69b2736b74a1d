package io.framewire.interop;

import io.framewire.wire.Pattern;
import java.util.List;
import java.util.stream.Stream;

/** One combination of what two ends can be set to. */
record MatrixCell(Pattern pattern, Direction direction, String protocol, boolean bidirectional) {
  /** Who sends to whom; Python is the real vidgear. */
  enum Direction {
    JAVA_TO_PYTHON("Java to Python"),
    PYTHON_TO_JAVA("Python to Java"),
    JAVA_TO_JAVA("Java to Java");

    final String words;

    Direction(String words) {
      this.words = words;
    }
  }

  /** Every combination there is. */
  static List<MatrixCell> all() {
    return Stream.of(Pattern.values())
        .flatMap(pattern -> Stream.of(Direction.values()).flatMap(way -> row(pattern, way)))
        .toList();
  }

  /** The combinations in a row of the table. */
  static Stream<MatrixCell> row(Pattern pattern, Direction direction) {
    return Stream.of("tcp", "ipc")
        .flatMap(
            protocol ->
                Stream.of(false, true)
                    .filter(mode -> !mode || pattern.answers())
                    .map(mode -> new MatrixCell(pattern, direction, protocol, mode)));
  }

  /** vidgear's PUB and PUSH end with what they have queued unsent, the end message too. */
  boolean mayLoseItsEnd() {
    return direction == Direction.PYTHON_TO_JAVA && !pattern.answers();
  }

  /** What is certain to arrive, and so what a test of it has seen. */
  String promise() {
    return (pattern == Pattern.PUB_SUB ? "newest frames" : "all frames")
        + (bidirectional ? ", data" : "")
        + (mayLoseItsEnd() ? "" : ", end");
  }
}
