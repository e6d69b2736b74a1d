package io.framewire.web;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What frames look like, and whether they can be shown. Immutable. */
record FrameFormat(DType dtype, List<Integer> shape) {
  private static final int LONGEST_SIDE = 65_500;
  private static final int COLOURS = 3;

  static FrameFormat of(Frame frame) {
    return new FrameFormat(frame.dtype(), Arrays.stream(frame.shape()).boxed().toList());
  }

  boolean fits(Frame frame) {
    if (!dtype.equals(frame.dtype()) || shape.size() != frame.rank()) {
      return false;
    }
    for (int axis = 0; axis < shape.size(); axis++) {
      if (shape.get(axis) != frame.dimension(axis)) {
        return false;
      }
    }
    return true;
  }

  /** For a person: why there is no picture. */
  Optional<String> problem() {
    return isPicture() ? Optional.empty() : Optional.of("cannot be shown: " + words());
  }

  private boolean isPicture() {
    return dtype.equals(DType.UINT8)
        && (shape.size() == 2 || shape.size() == 3 && List.of(1, COLOURS).contains(shape.get(2)))
        && isSide(shape.get(0))
        && isSide(shape.get(1));
  }

  private static boolean isSide(int length) {
    return length > 0 && length <= LONGEST_SIDE;
  }

  /** As NumPy writes it: {@code float32 [480, 640]}. */
  String words() {
    return name() + " " + shape;
  }

  private String name() {
    int bits = dtype.itemSize() * Byte.SIZE;
    return switch (dtype.kind()) {
      case BOOL -> "bool";
      case INT -> "int" + bits;
      case UINT -> "uint" + bits;
      case FLOAT -> "float" + bits;
      case COMPLEX -> "complex" + bits;
      default -> dtype.toString();
    };
  }
}
