package io.framewire.source.picamera;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads names and values as they are written in Python or JSON: <code>{"Brightness": 0.5,
 * "ColourGains": (1.5, 2)}</code>, {@code Transform(hflip=1)}, or without anything around them.
 */
final class PythonDict {
  private static final Pattern WRAPPED = Pattern.compile("\\s*(?:\\w*\\((.*)\\)|\\{(.*)})\\s*");
  private static final String NAME = "\\s*['\"]?([\\w.]+)['\"]?\\s*[:=]\\s*";
  private static final String VALUE =
      "(\\([^()]*\\)|\\[[^\\[\\]]*]|'[^']*'|\"[^\"]*\"|[^,'\"()\\[\\]]+)";
  private static final Pattern ENTRY = Pattern.compile(NAME + VALUE + "\\s*(?:,|$)");

  private PythonDict() {}

  static Map<String, String> parse(String text) {
    Matcher wrapped = WRAPPED.matcher(text);
    String inside = text;
    if (wrapped.matches()) {
      inside = wrapped.group(1) == null ? wrapped.group(2) : wrapped.group(1);
    }
    Map<String, String> entries = new LinkedHashMap<>();
    Matcher entry = ENTRY.matcher(inside);
    int end = 0;
    while (end < inside.length() && entry.find(end) && entry.start() == end) {
      entries.put(entry.group(1), entry.group(2).replaceAll("^['\"]|['\"]$", "").strip());
      end = entry.end();
    }
    if (!inside.substring(end).isBlank()) {
      throw Checks.refused("dictionary", text, "{\"name\": value, \"name\": value}");
    }
    return entries;
  }
}
