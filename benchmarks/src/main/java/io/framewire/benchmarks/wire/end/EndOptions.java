package io.framewire.benchmarks.wire.end;

import io.framewire.wire.Pattern;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The options of an end: the same words as in {@code wire_end.py}. */
final class EndOptions {
  private final Map<String, String> values = new HashMap<>();

  /** Reads {@code --name value} pairs. */
  EndOptions(String... words) {
    for (int index = 0; index + 1 < words.length; index += 2) {
      values.put(words[index], words[index + 1]);
    }
  }

  String endpoint() {
    return required("--endpoint");
  }

  int port() {
    return Integer.parseInt(endpoint().substring(endpoint().lastIndexOf(':') + 1));
  }

  Pattern pattern() {
    return Pattern.parse(required("--pattern"));
  }

  /** Where a Framewire sender's frames come from. */
  String frames() {
    return values.getOrDefault("--style", "ready");
  }

  int width() {
    return Integer.parseInt(required("--width"));
  }

  int height() {
    return Integer.parseInt(required("--height"));
  }

  int frameBytes() {
    return width() * height() * 3;
  }

  /** How many prepared pictures a sender has. */
  int pictures() {
    return Integer.parseInt(values.getOrDefault("--pictures", "8"));
  }

  /** After how many frames a sender falls silent. */
  long limit() {
    long frames = Long.parseLong(values.getOrDefault("--frames", "0"));
    return frames == 0 ? Long.MAX_VALUE : frames;
  }

  /** The folder of both ends' keys where the stream is encrypted. */
  Optional<Path> keys() {
    return Optional.ofNullable(values.get("--keys")).map(Path::of);
  }

  double rate() {
    return seconds("--rate", 0);
  }

  double warmup() {
    return seconds("--warmup", 1);
  }

  double seconds() {
    return seconds("--seconds", 1);
  }

  boolean latency() {
    return Boolean.parseBoolean(values.getOrDefault("--latency", "false"));
  }

  boolean allocation() {
    return Boolean.parseBoolean(values.getOrDefault("--allocation", "false"));
  }

  /** How many frames to check instead of measuring; 0 to measure. */
  int digest() {
    return Integer.parseInt(values.getOrDefault("--digest", "0"));
  }

  private double seconds(String name, double otherwise) {
    return values.containsKey(name) ? Double.parseDouble(values.get(name)) : otherwise;
  }

  private String required(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the end needs " + name);
    }
    return value;
  }
}
