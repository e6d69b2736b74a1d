package io.framewire.docs;

import java.util.ArrayList;
import java.util.List;

/** The commands of a line of shell, as far as documentation uses the shell. */
final class Shell {
  private final String line;
  private final List<List<String>> commands = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private Shell(String line) {
    this.line = line;
  }

  /** Its commands, each as its words, without redirections, comments and quotes. */
  static List<List<String>> commands(String line) {
    Shell shell = new Shell(line);
    while (shell.at < line.length()) {
      shell.step(line.charAt(shell.at));
    }
    shell.endCommand();
    return shell.commands;
  }

  private void step(char c) {
    if (c == '\'' || c == '"') {
      quoted(c);
    } else if (c == '#' && !inWord) {
      at = line.length();
    } else if (c == '>' || c == '<') {
      redirection();
    } else if (c == '&' || c == '|' || c == ';') {
      endCommand();
      at++;
    } else if (Character.isWhitespace(c)) {
      endWord();
      at++;
    } else {
      add(c == '\\' && at + 1 < line.length() ? line.charAt(++at) : c);
      at++;
    }
  }

  private void quoted(char quote) {
    int end = line.indexOf(quote, at + 1);
    if (end < 0) {
      throw new IllegalArgumentException("a quote has no end: " + line.substring(at));
    }
    word.append(line, at + 1, end);
    inWord = true;
    at = end + 1;
  }

  /** Skips {@code > file}, {@code 2>&1} and the like. */
  private void redirection() {
    if (word.toString().matches("\\d")) {
      word.setLength(0);
      inWord = false;
    }
    endWord();
    while (at < line.length() && "<>& ".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    while (at < line.length() && " &|;".indexOf(line.charAt(at)) < 0) {
      at++;
    }
  }

  private void add(char c) {
    word.append(c);
    inWord = true;
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
    }
    word.setLength(0);
    inWord = false;
  }

  private void endCommand() {
    endWord();
    if (!words.isEmpty()) {
      commands.add(List.copyOf(words));
    }
    words = new ArrayList<>();
  }
}
