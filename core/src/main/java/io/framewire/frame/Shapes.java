package io.framewire.frame;

import io.framewire.error.ConfigurationException;
import java.util.Arrays;

/** Arithmetic on shapes, without overflow. */
final class Shapes {
  /** NumPy's own limit before 2.0, and the one that msgpack-numpy messages are held to here. */
  static final int MAX_RANK = 32;

  private Shapes() {}

  /** The bytes of an array; its rank, lengths and size are checked first. */
  static int byteSize(int itemSize, int... shape) {
    if (shape.length > MAX_RANK) {
      throw new ConfigurationException(
          "a shape of "
              + shape.length
              + " dimensions is more than the "
              + MAX_RANK
              + " that arrays may have");
    }
    long size = itemSize;
    boolean empty = itemSize == 0;
    for (int length : shape) {
      if (length < 0) {
        throw new ConfigurationException(
            "shape " + Arrays.toString(shape) + " has a negative length");
      }
      empty |= length == 0;
    }
    if (empty) {
      return 0;
    }
    for (int length : shape) {
      size *= length;
      if (size > Integer.MAX_VALUE) {
        throw new ConfigurationException(
            "shape "
                + Arrays.toString(shape)
                + " of "
                + itemSize
                + "-byte elements is larger than 2 GiB");
      }
    }
    return (int) size;
  }
}
