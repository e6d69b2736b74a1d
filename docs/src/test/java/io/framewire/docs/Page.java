package io.framewire.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page in Markdown: its blocks of code, its links and its anchors. */
final class Page {
  private static final Pattern FENCE = Pattern.compile("^( *)(`{3,}|~{3,}) *(\\S*) *$");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^()\\s]+)(?:\\s+\"[^\"]*\")?\\)|(?:src|href)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?)[ #]*$");
  private static final String GIVEN = "<!-- given:";

  private final String path;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder prose = new StringBuilder();
  private final List<String> given = new ArrayList<>();
  private int givenLine;

  Page(String path, String text) {
    this.path = path;
    List<String> lines = text.lines().toList();
    for (int next = 0; next < lines.size(); ) {
      next = take(lines, next);
    }
  }

  String path() {
    return path;
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  List<Block> blocks(String language) {
    return blocks.stream().filter(block -> block.language().equals(language)).toList();
  }

  List<Link> links() {
    String text = withoutCode();
    return LINK.matcher(text).results().map(found -> link(text, found)).toList();
  }

  /** The anchors that GitHub gives the headings. */
  Set<String> anchors() {
    Set<String> anchors = new LinkedHashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String line : prose.toString().split("\n")) {
      for (MatchResult heading : HEADING.matcher(line).results().toList()) {
        String anchor = anchor(heading.group(1));
        int before = seen.merge(anchor, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? anchor : anchor + "-" + before);
      }
    }
    return anchors;
  }

  private int take(List<String> lines, int at) {
    String line = lines.get(at);
    var fence = FENCE.matcher(line);
    if (fence.matches()) {
      return block(lines, at, fence.group(1).length(), fence.group(2), fence.group(3));
    }
    if (line.strip().startsWith("<!--")) {
      return comment(lines, at);
    }
    if (!line.isBlank()) {
      given.clear();
    }
    prose.append(line).append('\n');
    return at + 1;
  }

  private int block(List<String> lines, int at, int indent, String fence, String language) {
    int end = at + 1;
    while (end < lines.size() && !lines.get(end).strip().equals(fence)) {
      end++;
    }
    if (end == lines.size()) {
      throw new IllegalArgumentException(path + ":" + (at + 1) + ": the block has no end");
    }
    List<String> code =
        lines.subList(at + 1, end).stream().map(line -> withoutIndent(line, indent)).toList();
    blocks.add(new Block(path, at + 2, language, code, List.copyOf(given), givenLine));
    given.clear();
    prose.append("\n".repeat(end + 1 - at));
    return end + 1;
  }

  private int comment(List<String> lines, int at) {
    int end = at;
    while (end < lines.size() && !lines.get(end).contains("-->")) {
      end++;
    }
    if (end == lines.size()) {
      throw new IllegalArgumentException(path + ":" + (at + 1) + ": the comment has no end");
    }
    given.clear();
    if (lines.get(at).strip().startsWith(GIVEN)) {
      givenLine = at + 1;
      lines.subList(at, end + 1).stream()
          .map(line -> line.replace(GIVEN, "").replace("-->", ""))
          .forEach(given::add);
    }
    prose.append("\n".repeat(end + 1 - at));
    return end + 1;
  }

  private static String withoutIndent(String line, int indent) {
    return line.length() >= indent && line.substring(0, indent).isBlank()
        ? line.substring(indent)
        : line.strip();
  }

  private String withoutCode() {
    return Pattern.compile("`+[^`]+`+")
        .matcher(prose)
        .replaceAll(code -> code.group().replaceAll("[^\n]", " "));
  }

  private static Link link(String text, MatchResult found) {
    int line = (int) text.substring(0, found.start()).chars().filter(c -> c == '\n').count() + 1;
    return new Link(line, found.group(1) == null ? found.group(2) : found.group(1));
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]", "")
        .replace(' ', '-');
  }
}
