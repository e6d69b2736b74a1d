package io.framewire.fuzz;

/** Plain values, most of them good ones. */
final class Values {
  private static final int[] HEADS = {0xdb, 0xc6, 0xdd, 0xdf, 0xc9};
  private static final int DEEPEST = 70;
  private static final int LONGEST = 6;

  private final Input in;

  Values(Input in) {
    this.in = in;
  }

  /** Writes one value. */
  void any(Msgpack out, int depth) {
    switch (in.below(16)) {
      case 0 -> out.str("");
      case 1 -> out.nil();
      case 2 -> out.flag(in.flag());
      case 3 -> out.integer(number());
      case 4 -> out.unsigned(in.i64());
      case 5 -> out.decimal(Double.longBitsToDouble(in.i64()));
      case 6 -> out.raw(0xca).raw(in.content(4));
      case 7, 8 -> out.str(word());
      case 9 -> out.bin(in.content(in.u8()));
      case 10, 11 -> list(out, depth);
      case 12, 13 -> map(out, depth);
      case 14 -> deep(out);
      default -> broken(out);
    }
  }

  /** A number that code tends to stumble over, or any. */
  long number() {
    return switch (in.below(12)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> -1;
      case 3 -> Integer.MAX_VALUE;
      case 4 -> 1L << 31;
      case 5 -> 1L << 32;
      case 6 -> Long.MAX_VALUE;
      case 7 -> Long.MIN_VALUE;
      case 8 -> in.i64();
      case 9 -> in.u16();
      default -> in.below(5);
    };
  }

  String word() {
    return switch (in.below(8)) {
      case 0 -> "terminate";
      case 1 -> "return_type";
      case 2 -> "ndarray";
      case 3 -> "nd";
      case 4 -> "\u00e9\ud83d\ude00\u0000";
      default -> new String(in.content(in.u8()), java.nio.charset.StandardCharsets.UTF_8);
    };
  }

  private void list(Msgpack out, int depth) {
    int size = depth > DEEPEST ? 0 : in.below(LONGEST);
    out.list(size);
    for (int index = 0; index < size; index++) {
      any(out, depth + 1);
    }
  }

  private void map(Msgpack out, int depth) {
    int size = depth > DEEPEST ? 0 : in.below(LONGEST);
    out.map(size);
    for (int index = 0; index < size; index++) {
      if (in.rarely(4)) {
        any(out, depth + 1);
      } else {
        out.str(word());
      }
      any(out, depth + 1);
    }
  }

  /** One inside the other, also more often than allowed, each perhaps with a lie for its length. */
  private void deep(Msgpack out) {
    int levels = in.u16() % 3000;
    int each = in.pick(0x91, 0x81, 0xdd, 0xdf);
    int length = in.flag() ? 1 : (int) number();
    for (int level = 0; level < levels; level++) {
      if (each >= 0xdd) {
        out.head(each, length);
      } else {
        out.raw(each);
      }
      if (each == 0x81 || each == 0xdf) {
        out.str("");
      }
    }
    out.nil();
  }

  private void broken(Msgpack out) {
    switch (in.below(3)) {
      case 0 -> out.head(HEADS[in.below(HEADS.length)], (int) number());
      case 1 -> out.raw(in.u8());
      default -> out.raw(in.content(in.u8()));
    }
  }
}
