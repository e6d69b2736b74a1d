package io.framewire.tck;

import java.util.Arrays;
import java.util.Random;

/** Bytes as a broken or malicious peer might send them, made from good ones. */
final class Garbage {
  private static final int LARGEST = 64;

  private Garbage() {}

  static byte[] of(byte[] good, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> flipped(good, random);
      case 1 -> filled(good, random);
      case 2 -> Arrays.copyOf(good, random.nextInt(good.length + 1));
      case 3 -> Arrays.copyOf(good, good.length + 1 + random.nextInt(LARGEST));
      default -> noise(random);
    };
  }

  /** Some bytes are others. */
  private static byte[] flipped(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int count = 1 + random.nextInt(4); count > 0 && bytes.length > 0; count--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  /** A run of bytes is all ones, as a huge length would be. */
  private static byte[] filled(byte[] good, Random random) {
    byte[] bytes = good.clone();
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(8));
    Arrays.fill(bytes, from, to, (byte) (random.nextBoolean() ? -1 : 127));
    return bytes;
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(LARGEST)];
    random.nextBytes(bytes);
    return bytes;
  }
}
