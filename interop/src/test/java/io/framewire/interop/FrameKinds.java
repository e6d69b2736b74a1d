package io.framewire.interop;

import io.framewire.frame.DType;
import io.framewire.frame.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Series of frames that are not small colour pictures. */
final class FrameKinds {
  private static final int SEED = 3;
  private static final DType POINT =
      DType.structured(
          List.of(Field.of("x", DType.parse("<f4")), Field.of("y", DType.parse(">f4"))));
  private static final DType DETECTION =
      DType.structured(
          List.of(
              Field.of("label", DType.parse("<U5")),
              new Field("corners", Optional.empty(), POINT, List.of(2, 2)),
              new Field("score", Optional.of("how sure"), DType.parse("<f8"), List.of())));

  private FrameKinds() {}

  static Stream<PatternedFrames> all() {
    return Stream.of(
        of("|u1", 480, 640),
        of("|u1", 37, 53, 3),
        of("|u1", 1080, 1920, 3),
        of("<f4", 33, 21),
        of(">u2", 25, 41),
        of("|b1", 9, 7),
        of("<c16", 5, 4, 3),
        of("|u1", 0, 64, 3),
        new PatternedFrames(DETECTION, List.of(17), 3, SEED));
  }

  private static PatternedFrames of(String dtype, Integer... shape) {
    return new PatternedFrames(DType.parse(dtype), List.of(shape), 3, SEED);
  }
}
