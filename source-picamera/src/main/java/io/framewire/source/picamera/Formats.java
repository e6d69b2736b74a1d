package io.framewire.source.picamera;

import java.util.Locale;

/** Pixel formats by Picamera2's names, and colour spaces by OpenCV's, as PiGear takes them. */
final class Formats {
  private static final String WORDS = "bgr, rgb, grey or yuv420";

  private Formats() {}

  static PixelFormat ofFormat(String name) {
    return switch (name.strip().toUpperCase(Locale.ROOT)) {
      case "BGR", "RGB888" -> PixelFormat.BGR;
      case "RGB", "BGR888" -> PixelFormat.RGB;
      case "GREY", "GRAY" -> PixelFormat.GREY;
      case "YUV420" -> PixelFormat.YUV420;
      default -> throw Checks.refused("format", name, WORDS + ", or Picamera2's RGB888 or BGR888");
    };
  }

  static PixelFormat ofColourSpace(String name) {
    return switch (name.strip().toUpperCase(Locale.ROOT)) {
      case "BGR" -> PixelFormat.BGR;
      case "RGB", "COLOR_BGR2RGB" -> PixelFormat.RGB;
      case "GREY", "GRAY", "COLOR_BGR2GRAY" -> PixelFormat.GREY;
      case "YUV420" -> PixelFormat.YUV420;
      default ->
          throw Checks.refused(
              "colorspace",
              name,
              WORDS + ", COLOR_BGR2RGB or COLOR_BGR2GRAY, and convert frames to others yourself");
    };
  }
}
