package io.framewire.source.picamera;

import java.util.Arrays;

/** Pictures as the camera tool writes them, their padding filled with what must not be seen. */
final class Yuv {
  private static final byte PADDING = (byte) 0xee;
  private static final int NEUTRAL = 128;

  private Yuv() {}

  /** All of one level. */
  static byte[] grey(Layout layout, int level) {
    return bars(layout, new int[][] {{level, NEUTRAL, NEUTRAL}});
  }

  /** Upright bars of the same width, each of luma, Cb and Cr; bars begin at even columns. */
  static byte[] bars(Layout layout, int[][] colours) {
    byte[] picture = new byte[layout.bytes()];
    Arrays.fill(picture, PADDING);
    for (int row = 0; row < layout.height(); row++) {
      for (int column = 0; column < layout.width(); column++) {
        int[] colour = colours[bar(layout, column, colours.length)];
        picture[row * layout.rowBytes() + column] = (byte) colour[0];
        int chroma = row / 2 * layout.chromaRow() + column / 2;
        picture[layout.cb() + chroma] = (byte) colour[1];
        picture[layout.cr() + chroma] = (byte) colour[2];
      }
    }
    return picture;
  }

  /** Which bar a column is in. */
  static int bar(Layout layout, int column, int bars) {
    return column / 2 * bars / (layout.width() / 2);
  }

  /** The full-range BT.601 (sYCC, JFIF) luma, Cb and Cr of a colour. */
  static int[] ofRgb(int red, int green, int blue) {
    double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    return new int[] {
      (int) Math.round(luma),
      level(NEUTRAL + (blue - luma) / 1.772),
      level(NEUTRAL + (red - luma) / 1.402)
    };
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
