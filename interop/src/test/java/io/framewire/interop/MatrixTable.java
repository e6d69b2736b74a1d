package io.framewire.interop;

import io.framewire.interop.MatrixCell.Direction;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The table of what was seen to work, and its place in the documentation. */
final class MatrixTable {
  static final String PROPERTY = "interop.matrix.write";
  static final String BEGIN = "<!-- the interop matrix, written by InteropMatrixTest -->\n";
  static final String END = "<!-- end of the interop matrix -->\n";

  private static final String HEAD =
      "| pattern | direction | tcp | tcp, bidirectional | ipc | ipc, bidirectional |\n"
          + "|---|---|---|---|---|---|\n";

  private final Map<MatrixCell, String> seen = new ConcurrentHashMap<>();

  void add(MatrixCell cell, String outcome) {
    seen.put(cell, outcome);
  }

  boolean isComplete() {
    return seen.keySet().containsAll(MatrixCell.all());
  }

  String markdown() {
    StringBuilder table = new StringBuilder(HEAD);
    for (Pattern pattern : Pattern.values()) {
      for (Direction direction : Direction.values()) {
        table.append(row(pattern, direction));
      }
    }
    return table.toString();
  }

  private String row(Pattern pattern, Direction direction) {
    StringBuilder row = new StringBuilder("| ").append(words(pattern));
    row.append(" | ").append(direction.words);
    for (String protocol : new String[] {"tcp", "ipc"}) {
      for (boolean mode : new boolean[] {false, true}) {
        MatrixCell cell = new MatrixCell(pattern, direction, protocol, mode);
        boolean exists = !mode || pattern.answers();
        row.append(" | ").append(exists ? seen.getOrDefault(cell, "not passed") : "–");
      }
    }
    return row.append(" |\n").toString();
  }

  private static String words(Pattern pattern) {
    String sender = pattern.word(Role.SENDER);
    String receiver = pattern.word(Role.RECEIVER);
    return sender.equals(receiver) ? sender : sender + "/" + receiver;
  }

  /**
   * Requires that the page holds this table.
   *
   * @param write whether to rewrite the page instead
   * @throws AssertionError if it holds another one, with the command that rewrites it
   */
  void requireIn(Path page, boolean write) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (begin < BEGIN.length() || end < begin) {
      throw new AssertionError(page + " has no lines " + BEGIN + "and " + END);
    }
    if (write) {
      Files.writeString(page, text.substring(0, begin) + markdown() + text.substring(end));
    } else if (!text.substring(begin, end).equals(markdown())) {
      throw new AssertionError(
          page
              + " says something else than the tests saw; if they are right, rewrite it with\n"
              + "mvn verify -pl interop -am -Dsurefire.failIfNoSpecifiedTests=false"
              + " -Dtest=InteropMatrixTest -D"
              + PROPERTY
              + "=true\n"
              + markdown());
    }
  }
}
