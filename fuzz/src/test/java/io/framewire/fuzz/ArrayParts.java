package io.framewire.fuzz;

import java.nio.charset.StandardCharsets;

/** Parts that hold an array, or nearly. */
final class ArrayParts {
  private static final String[] DTYPES = {
    "|u1",
    "<f4",
    ">i2",
    "|b1",
    "<c16",
    "|S5",
    "<U3",
    "<M8[ns]",
    "<m8[25s]",
    "|V12",
    "|V0",
    "|O",
    "|S0",
    "<U536870911",
    "|V2147483647",
    "<f16",
    "=i8",
    "uint8",
    "<U1073741824",
    "O8",
    "|S99999999999"
  };
  private static final int[] ITEM_SIZES = {1, 4, 2, 1, 16, 5, 12, 8, 8, 12, 0};
  private static final int MOST_FIELDS = 4;
  private static final int LARGEST = 20_000;

  private final Input in;
  private final Values values;

  ArrayParts(Input in, Values values) {
    this.in = in;
    this.values = values;
  }

  byte[] part() {
    Msgpack out = new Msgpack();
    switch (in.below(8)) {
      case 0 -> scalar(out);
      case 1 -> complex(out);
      default -> array(out);
    }
    if (in.rarely(16)) {
      out.raw(in.content(in.u8()));
    }
    return out.toBytes();
  }

  private void array(Msgpack out) {
    int dtype = in.below(DTYPES.length);
    int[] shape = new int[in.rarely(12) ? in.below(40) : in.below(4)];
    long size = dtype < ITEM_SIZES.length ? ITEM_SIZES[dtype] : 1;
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = in.rarely(12) ? (int) values.number() : in.below(8);
      size *= shape[axis];
    }
    out.map(in.rarely(16) ? in.u8() : 5);
    entry(out, "nd", () -> out.flag(true));
    entry(out, "type", () -> type(out, DTYPES[dtype]));
    entry(out, "kind", () -> out.bin(in.rarely(6) ? in.pick("V", "O", "x") : ""));
    entry(out, "shape", () -> shape(out, shape));
    byte[] elements = new byte[size >= 0 && size <= LARGEST ? (int) size : in.u8()];
    entry(out, "data", () -> out.bin(in.rarely(12) ? in.content(in.u8()) : elements));
  }

  private void scalar(Msgpack out) {
    int dtype = in.below(ITEM_SIZES.length);
    out.map(3);
    entry(out, "nd", () -> out.flag(false));
    entry(out, "type", () -> type(out, DTYPES[dtype]));
    entry(out, "data", () -> out.bin(new byte[ITEM_SIZES[dtype]]));
  }

  private void complex(Msgpack out) {
    byte[] free = in.content(in.below(140));
    String text =
        in.flag()
            ? in.pick("(1+2j)", "1e400-infj", "nanj", "(-0-0j)", "((((", "1j1j", "(1e9999999+1j)")
            : new String(free, StandardCharsets.ISO_8859_1);
    out.map(2);
    entry(out, "complex", () -> out.flag(true));
    entry(out, "data", () -> out.str(text));
  }

  /** A key and its value: seldom the wrong kind of key, no value, two of them, or any other. */
  private void entry(Msgpack out, String key, Runnable value) {
    int odd = in.u8();
    if (odd == 255) {
      return;
    }
    if (odd > 200) {
      out.str(key);
    } else {
      out.bin(key);
    }
    if (odd == 199) {
      values.any(out, 0);
    } else {
      value.run();
    }
    if (odd == 198) {
      out.bin(key);
      value.run();
    }
  }

  private void type(Msgpack out, String dtype) {
    if (in.rarely(3)) {
      structure(out, 0);
    } else if (in.rarely(8)) {
      out.str(new String(in.content(in.below(80)), StandardCharsets.ISO_8859_1));
    } else {
      out.str(dtype);
    }
  }

  private void structure(Msgpack out, int depth) {
    int fields = depth > 70 ? 0 : in.below(MOST_FIELDS);
    if (in.rarely(10)) {
      fields = 1;
    }
    out.list(fields);
    for (int field = 0; field < fields; field++) {
      field(out, depth);
    }
  }

  private void field(Msgpack out, int depth) {
    boolean shaped = in.rarely(4);
    out.list(in.rarely(20) ? in.below(6) : shaped ? 3 : 2);
    if (in.rarely(6)) {
      out.list(2).str(values.word()).str(values.word());
    } else {
      out.str(in.flag() ? "f" + in.u8() : values.word());
    }
    if (in.rarely(3)) {
      structure(out, depth + 1);
    } else {
      out.str(DTYPES[in.below(DTYPES.length)]);
    }
    if (shaped) {
      shape(out, new int[] {in.below(5), (int) values.number()});
    }
  }

  private void shape(Msgpack out, int[] shape) {
    if (in.rarely(10)) {
      values.any(out, 0);
      return;
    }
    out.list(shape.length);
    for (int length : shape) {
      out.integer(in.rarely(40) ? values.number() : length);
    }
  }
}
