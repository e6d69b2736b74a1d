package io.framewire.source.opencv;

import java.nio.ByteBuffer;

/** The turn a picture needs to stand upright, clockwise; copies BGR pixels accordingly. */
enum Turn {
  NONE,
  RIGHT,
  HALF,
  LEFT;

  private static final int QUARTER = 90;
  private static final int PIXEL_BYTES = 3;

  /** Other angles than quarter turns are left alone. */
  static Turn ofDegrees(long degrees) {
    long positive = Math.floorMod(degrees, 4L * QUARTER);
    return positive % QUARTER == 0 ? values()[(int) positive / QUARTER] : NONE;
  }

  boolean swapsSides() {
    return this == RIGHT || this == LEFT;
  }

  /** Copies a picture of the given size and row length to the target, turned, without row gaps. */
  void copy(ByteBuffer picture, int rowBytes, int width, int height, ByteBuffer target) {
    if (this == NONE) {
      for (int row = 0; row < height; row++) {
        target.put(row * width * PIXEL_BYTES, picture, row * rowBytes, width * PIXEL_BYTES);
      }
      return;
    }
    int rows = swapsSides() ? width : height;
    int columns = swapsSides() ? height : width;
    int position = 0;
    for (int row = 0; row < rows; row++) {
      int from = start(row, rowBytes, width, height);
      int step = step(rowBytes);
      for (int column = 0; column < columns; column++) {
        target.put(position, picture.get(from));
        target.put(position + 1, picture.get(from + 1));
        target.put(position + 2, picture.get(from + 2));
        position += PIXEL_BYTES;
        from += step;
      }
    }
  }

  /** Where the first pixel of a row of the result comes from. */
  private int start(int row, int rowBytes, int width, int height) {
    return switch (this) {
      case NONE -> row * rowBytes;
      case RIGHT -> (height - 1) * rowBytes + row * PIXEL_BYTES;
      case HALF -> (height - 1 - row) * rowBytes + (width - 1) * PIXEL_BYTES;
      case LEFT -> (width - 1 - row) * PIXEL_BYTES;
    };
  }

  private int step(int rowBytes) {
    return switch (this) {
      case NONE -> PIXEL_BYTES;
      case RIGHT -> -rowBytes;
      case HALF -> -PIXEL_BYTES;
      case LEFT -> rowBytes;
    };
  }
}
