package io.framewire.fuzz;

import java.util.ArrayList;
import java.util.List;

/** The parts of a message: raw bytes cut up, or what a peer could have meant. */
final class Messages {
  private static final int MOST_PARTS = 6;

  private Messages() {}

  /** From 0 to 5 parts. */
  static List<byte[]> of(Input in) {
    return in.flag() ? nearlyGood(in) : cut(in);
  }

  /** A length and so many bytes each; the last one takes all that is left. Seeds are made so. */
  static List<byte[]> cut(Input in) {
    int count = in.below(MOST_PARTS);
    List<byte[]> parts = new ArrayList<>();
    for (int index = 1; index < count; index++) {
      parts.add(in.content(in.u16()));
    }
    if (count > 0) {
      parts.add(in.rest());
    }
    return parts;
  }

  static List<byte[]> nearlyGood(Input in) {
    Values values = new Values(in);
    ArrayParts arrays = new ArrayParts(in, values);
    List<byte[]> parts = new ArrayList<>();
    int meant = in.below(8);
    switch (meant) {
      case 0 -> parts.add(end(in, values));
      case 1 -> parts.add(confirmation(in, values));
      case 2, 3 -> parts.add(reply(in, values));
      case 4 -> parts.add(in.content(in.u8()));
      default -> parts.add(header(in, values));
    }
    if (meant > 4 || in.rarely(3)) {
      parts.add(arrays.part());
    }
    while (in.rarely(20) && parts.size() < MOST_PARTS - 1) {
      parts.add(in.below(parts.size() + 1), arrays.part());
    }
    for (byte[] part : parts) {
      spoil(in, part);
    }
    return parts;
  }

  private static byte[] header(Input in, Values values) {
    Msgpack out = new Msgpack().map(in.rarely(20) ? in.u8() : 3);
    flag(in, values, out.str("terminate"), in.rarely(10));
    flag(in, values, in.rarely(10) ? out.bin("bi_mode") : out.str("bi_mode"), in.flag());
    values.any(out.str("data"), 1);
    return out.toBytes();
  }

  private static byte[] end(Input in, Values values) {
    Msgpack out = new Msgpack().map(1).str("terminate");
    flag(in, values, out, true);
    return out.toBytes();
  }

  private static byte[] confirmation(Input in, Values values) {
    Msgpack out = new Msgpack().map(1).str("terminated");
    if (in.rarely(4)) {
      values.any(out, 1);
    } else {
      out.str(values.word());
    }
    return out.toBytes();
  }

  private static byte[] reply(Input in, Values values) {
    Msgpack out = new Msgpack().map(2).str("return_type");
    if (in.rarely(8)) {
      values.any(out, 1);
    } else {
      out.str(in.pick("str", "int", "ndarray", "NoneType", "dict"));
    }
    values.any(out.str("return_data"), 1);
    return out.toBytes();
  }

  private static void flag(Input in, Values values, Msgpack out, boolean flag) {
    if (in.rarely(20)) {
      values.any(out, 1);
    } else {
      out.flag(flag);
    }
  }

  private static void spoil(Input in, byte[] part) {
    while (part.length > 0 && in.rarely(12)) {
      part[in.u16() % part.length] = (byte) in.u8();
    }
  }
}
