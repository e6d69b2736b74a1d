package io.framewire.benchmarks.wire;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a frame of three bytes a pixel. */
record Size(int width, int height) {
  static final Size SMALL = new Size(640, 480);
  static final Size MIDDLE = new Size(1280, 720);
  static final Size HD = new Size(1920, 1080);
  static final Size LARGE = new Size(3840, 2160);
  static final List<Size> ALL = List.of(SMALL, MIDDLE, HD, LARGE);

  private static final Pattern WORDS = Pattern.compile("([1-9]\\d{1,4})x([1-9]\\d{1,4})");

  static Size parse(String text) {
    Matcher words = WORDS.matcher(text);
    if (!words.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no size: write WIDTHxHEIGHT, for instance 640x480");
    }
    return new Size(Integer.parseInt(words.group(1)), Integer.parseInt(words.group(2)));
  }

  long bytes() {
    return 3L * width * height;
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
