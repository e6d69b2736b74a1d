package io.framewire.frame;

import io.framewire.error.ConfigurationException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Gathers the elements of a strided array into C order. */
final class StridedCopy {
  private final ByteBuffer elements;
  private final int start;
  private final int[] strides;
  private final int itemSize;
  private final int[] shape;
  private int runAxis;
  private int runBytes;

  StridedCopy(ByteBuffer elements, int start, int[] strides, DType dtype, int[] shape) {
    this.elements = elements.duplicate().clear();
    this.start = start;
    this.strides = strides;
    this.itemSize = dtype.itemSize();
    this.shape = shape;
    if (strides.length != shape.length) {
      throw new ConfigurationException(
          strides.length + " strides do not fit a shape of " + shape.length + " dimensions");
    }
    this.runAxis = shape.length;
    this.runBytes = itemSize;
    if (Shapes.byteSize(itemSize, shape) > 0) {
      requireInside();
      findRun();
    }
  }

  void into(ByteBuffer target) {
    if (target.hasRemaining()) {
      gather(target, 0, start);
    }
  }

  private void gather(ByteBuffer target, int axis, int position) {
    if (axis == runAxis) {
      copy(target, position, runBytes);
      return;
    }
    for (int index = 0; index < shape[axis]; index++) {
      gather(target, axis + 1, position + index * strides[axis]);
    }
  }

  /** The innermost dimensions without gaps make one run: a padded picture is copied row by row. */
  private void findRun() {
    while (runAxis > 0 && strides[runAxis - 1] == runBytes) {
      runAxis--;
      runBytes *= shape[runAxis];
    }
  }

  private void copy(ByteBuffer target, int position, int length) {
    target.put(target.position(), elements, position, length);
    target.position(target.position() + length);
  }

  private void requireInside() {
    long lowest = start;
    long highest = (long) start + itemSize;
    for (int axis = 0; axis < shape.length; axis++) {
      long reach = (shape[axis] - 1L) * strides[axis];
      lowest += Math.min(reach, 0);
      highest += Math.max(reach, 0);
    }
    if (lowest < 0 || highest > elements.capacity()) {
      throw new ConfigurationException(
          "strides "
              + Arrays.toString(strides)
              + " from byte "
              + start
              + " reach outside the buffer of "
              + elements.capacity()
              + " bytes");
    }
  }
}
