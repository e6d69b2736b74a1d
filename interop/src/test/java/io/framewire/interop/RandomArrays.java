package io.framewire.interop;

import io.framewire.frame.DType;
import io.framewire.frame.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Arrays of every dtype and of many shapes, the same for the same seed. */
final class RandomArrays {
  private static final List<String> PLAIN =
      List.of(
          "|b1", "|i1", "|u1", "<i2", ">i2", "<u2", ">u2", "<i4", ">i4", "<u4", ">u4", "<i8", ">i8",
          "<u8", ">u8", "<f2", ">f2", "<f4", ">f4", "<f8", ">f8", "<c8", ">c8", "<c16", ">c16");

  private static final List<String> TIMES =
      List.of("<M8[ns]", ">M8[D]", "<M8[25s]", "<M8", "<m8[us]", ">m8[h]", "<m8[Y]");

  private static final int DEEPEST = 3;
  private static final int HIGHEST_RANK = 32;

  private final Random random;

  RandomArrays(long seed) {
    random = new Random(seed);
  }

  /** Every plain dtype once, with NumPy's own word for each. */
  static List<String> plain() {
    return PLAIN;
  }

  PatternedFrames next() {
    return of(dtype(0));
  }

  /** An array of points in time, of lengths of time, or of structures with one. */
  PatternedFrames nextTimes() {
    DType times = DType.parse(one(TIMES));
    return of(
        random.nextBoolean()
            ? times
            : DType.structured(List.of(Field.of("what", dtype(1)), Field.of("when", times))));
  }

  /** An array of the dtype with a shape of its own. */
  PatternedFrames of(DType dtype) {
    return new PatternedFrames(dtype, shape(), 1, random.nextInt(1 << 30));
  }

  private List<Integer> shape() {
    if (random.nextInt(20) == 0) {
      List<Integer> longest = new ArrayList<>(Collections.nCopies(HIGHEST_RANK, 1));
      longest.set(random.nextInt(HIGHEST_RANK), 2);
      return longest;
    }
    return lengths(random.nextInt(7), 0, 4);
  }

  private List<Integer> lengths(int rank, int from, int to) {
    return random.ints(rank, from, to + 1).boxed().toList();
  }

  private DType dtype(int depth) {
    int choice = random.nextInt(10);
    if (choice >= 7 && depth < DEEPEST) {
      return structure(depth + 1);
    }
    return switch (choice) {
      case 0 -> DType.parse("|S" + (1 + random.nextInt(12)));
      case 1 -> DType.parse((random.nextBoolean() ? "<U" : ">U") + (1 + random.nextInt(6)));
      case 2 -> DType.parse("|V" + (1 + random.nextInt(9)));
      default -> DType.parse(one(PLAIN));
    };
  }

  private DType structure(int depth) {
    List<Field> fields = new ArrayList<>();
    for (int index = random.nextInt(4); index >= 0; index--) {
      if (random.nextInt(5) == 0) {
        fields.add(Field.of("", DType.parse("|V" + (1 + random.nextInt(7)))));
      }
      fields.add(field("field" + index, depth));
    }
    return DType.structured(fields);
  }

  private Field field(String name, int depth) {
    Optional<String> title =
        random.nextInt(4) == 0 ? Optional.of("Größe of " + name) : Optional.empty();
    List<Integer> shape = random.nextInt(3) == 0 ? lengths(1 + random.nextInt(2), 1, 3) : List.of();
    return new Field(name, title, dtype(depth), shape);
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
