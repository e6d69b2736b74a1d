package io.framewire.fuzz;

import java.util.Arrays;

/**
 * Makes choices of a fuzzer's bytes: small numbers from the end, contents from the front, and zero
 * where nothing is left. As Jazzer's own provider does, which works only inside Jazzer's JVM, while
 * kept inputs are run everywhere.
 */
final class Input {
  private final byte[] bytes;
  private int front;
  private int back;

  Input(byte[] bytes) {
    this.bytes = bytes;
    this.back = bytes.length;
  }

  int left() {
    return back - front;
  }

  int u8() {
    return left() == 0 ? 0 : bytes[--back] & 0xff;
  }

  int u16() {
    return u8() << 8 | u8();
  }

  long i64() {
    return (long) u16() << 48 | (long) u16() << 32 | (long) u16() << 16 | u16();
  }

  /** One of count. */
  int below(int count) {
    return u8() % count;
  }

  boolean flag() {
    return (u8() & 1) == 1;
  }

  /** True in one case of so many; never once the input has ended. */
  boolean rarely(int oneOf) {
    return u8() % oneOf == oneOf - 1;
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[below(choices.length)];
  }

  byte[] content(int length) {
    int from = front;
    front = Math.min(back, front + length);
    return Arrays.copyOfRange(bytes, from, front);
  }

  byte[] rest() {
    return content(left());
  }
}
