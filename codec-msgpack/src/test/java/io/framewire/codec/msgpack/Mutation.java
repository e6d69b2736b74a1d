package io.framewire.codec.msgpack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils good messages. */
final class Mutation {
  private static final int[] TELLING = {
    0x00, 0x7f, 0x80, 0x81, 0x8f, 0x90, 0x91, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc6,
    0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcf, 0xd0, 0xd3, 0xd4, 0xd8, 0xd9, 0xdb, 0xdc, 0xdd, 0xde, 0xdf,
    0xe0, 0xff, 'O', '|', 'V', '['
  };

  private final Random random;
  private final List<List<byte[]>> good;

  Mutation(Random random, List<List<byte[]>> good) {
    this.random = random;
    this.good = good;
  }

  List<byte[]> next() {
    List<byte[]> parts = new ArrayList<>(pick());
    for (int times = random.nextInt(4); times >= 0; times--) {
      if (random.nextInt(12) == 0) {
        spoilParts(parts);
      } else {
        int index = random.nextInt(parts.size());
        parts.set(index, spoil(parts.get(index)));
      }
    }
    return parts;
  }

  private void spoilParts(List<byte[]> parts) {
    if (random.nextBoolean() || parts.size() == 1) {
      List<byte[]> other = pick();
      parts.add(random.nextInt(parts.size() + 1), other.get(random.nextInt(other.size())));
    } else {
      parts.remove(random.nextInt(parts.size()));
    }
  }

  private byte[] spoil(byte[] part) {
    int length = part.length;
    // the heads of things are where the meaning is
    int at = random.nextInt(Math.max(1, random.nextBoolean() ? Math.min(length, 80) : length));
    return switch (random.nextInt(7)) {
      case 0 -> Arrays.copyOf(part, Math.min(at, length));
      case 1 -> replace(part, at, at + 1, (byte) (1 << random.nextInt(8)));
      case 2 -> replace(part, at, at + 1, (byte) TELLING[random.nextInt(TELLING.length)]);
      case 3 -> replace(part, at, at, (byte) TELLING[random.nextInt(TELLING.length)]);
      case 4 -> replace(part, at, at + random.nextInt(9));
      case 5 -> replace(part, at, at + random.nextInt(5), slice(pick().get(0)));
      default -> random.nextInt(10) == 0 ? noise() : replace(part, at, at, slice(part));
    };
  }

  private byte[] slice(byte[] part) {
    int from = random.nextInt(part.length + 1);
    return Arrays.copyOfRange(part, from, Math.min(part.length, from + random.nextInt(40)));
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] replace(byte[] part, int from, int to, byte... with) {
    int start = Math.min(from, part.length);
    int end = Math.min(to, part.length);
    byte[] result = new byte[part.length - (end - start) + with.length];
    System.arraycopy(part, 0, result, 0, start);
    System.arraycopy(with, 0, result, start, with.length);
    System.arraycopy(part, end, result, start + with.length, part.length - end);
    return result;
  }

  private List<byte[]> pick() {
    return good.get(random.nextInt(good.size()));
  }
}
