package io.framewire.codec.msgpack;

import io.framewire.error.ProtocolException;

/** Reads the lengths of dimensions. */
final class ShapeReader {
  private ShapeReader() {}

  static int[] read(HeaderReader reader) {
    int rank = reader.listSize("the array's shape");
    if (rank > MsgpackLimits.MAX_RANK) {
      throw new ProtocolException(
          "the array's shape has " + rank + " dimensions, more than " + MsgpackLimits.MAX_RANK);
    }
    int[] shape = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      shape[axis] = length(reader);
    }
    return shape;
  }

  static int length(HeaderReader reader) {
    long length = reader.integer("a length in the array's shape");
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new ProtocolException(
          "a length in the array's shape is " + length + ", not 0 to " + Integer.MAX_VALUE);
    }
    return (int) length;
  }

  /** The bytes that elements of a shape take, or -1 if more than a frame can have. */
  static long byteSize(int itemSize, int[] shape) {
    long size = itemSize;
    for (int length : shape) {
      if (length == 0) {
        return 0;
      }
    }
    for (int length : shape) {
      size *= length;
      if (size > Integer.MAX_VALUE) {
        return -1;
      }
    }
    return size;
  }
}
