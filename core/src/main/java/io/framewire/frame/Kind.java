package io.framewire.frame;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What one element of an array is, with NumPy's kind character. */
public enum Kind {
  /** A truth value in one byte. */
  BOOL('b', 1),
  /** A signed two's complement integer. */
  INT('i', 1, 2, 4, 8),
  /** An unsigned integer. */
  UINT('u', 1, 2, 4, 8),
  /** An IEEE 754 number; 12 and 16 bytes are the platform's padded long double. */
  FLOAT('f', 2, 4, 8, 12, 16),
  /** Two floats, real part first. */
  COMPLEX('c', 8, 16, 24, 32),
  /** Bytes of a fixed length, padded with zeros. */
  BYTES('S'),
  /** UTF-32 code units of a fixed count, padded with zeros. */
  UNICODE('U'),
  /** A 64-bit count of time units since 1970-01-01. */
  DATETIME('M', 8),
  /** A 64-bit count of time units. */
  TIMEDELTA('m', 8),
  /** Raw bytes of a fixed length, or a structure of named fields. */
  VOID('V');

  private static final Set<Kind> FLEXIBLE = Set.of(BYTES, UNICODE, VOID);

  private final char code;
  private final int[] itemSizes;

  Kind(char code, int... itemSizes) {
    this.code = code;
    this.itemSizes = itemSizes;
  }

  /**
   * NumPy's character for it.
   *
   * @return one of {@code b i u f c S U M m V}
   */
  public char code() {
    return code;
  }

  /** Whether a dtype of this kind gives its own length. */
  boolean flexible() {
    return FLEXIBLE.contains(this);
  }

  /** Whether an element may have that many bytes. */
  boolean hasItemSize(int bytes) {
    return flexible() || Arrays.stream(itemSizes).anyMatch(size -> size == bytes);
  }

  static Optional<Kind> of(char code) {
    return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
  }
}
