package io.framewire.codec.msgpack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes put together by hand: hex digits, and texts behind an apostrophe. */
final class Bytes {
  private Bytes() {}

  /** For instance {@code "81 a1 'k 02"}: words of hex digits, or of an apostrophe and text. */
  static byte[] of(String words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String word : words.strip().split("\\s+")) {
      bytes.writeBytes(
          word.startsWith("'")
              ? word.substring(1).getBytes(StandardCharsets.UTF_8)
              : HexFormat.of().parseHex(word));
    }
    return bytes.toByteArray();
  }

  static byte[] repeated(int value, int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
