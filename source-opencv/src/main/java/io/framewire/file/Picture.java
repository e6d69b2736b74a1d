package io.framewire.file;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;

/** The size of a frame that can be put into a file: 8 bits, grey or blue, green, red. */
record Picture(int height, int width, int channels) {
  private static final int COLOUR_CHANNELS = 3;

  static Picture of(Frame frame) {
    int channels = frame.rank() == 3 ? frame.dimension(2) : 1;
    boolean fits =
        frame.dtype().equals(DType.UINT8)
            && (frame.rank() == 2 || frame.rank() == 3)
            && (channels == 1 || channels == COLOUR_CHANNELS)
            && frame.byteSize() > 0;
    if (!fits) {
      throw new ConfigurationException(
          frame + " is no picture for a file: use |u1 of [height, width] or [height, width, 3]");
    }
    return new Picture(frame.dimension(0), frame.dimension(1), channels);
  }

  boolean grey() {
    return channels == 1;
  }

  int rowBytes() {
    return width * channels;
  }

  @Override
  public String toString() {
    return width + "x" + height + (grey() ? " grey" : "");
  }
}
