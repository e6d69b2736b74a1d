package io.framewire.frame;

import java.nio.ByteOrder;

/** The byte order of a dtype's elements, as NumPy's array-protocol strings mark it. */
public enum ByteOrderMark {
  /** {@code |}: elements of one byte, or of no number, have no order. */
  NONE('|', ByteOrder.nativeOrder()),
  /** {@code <}: least significant byte first. */
  LITTLE('<', ByteOrder.LITTLE_ENDIAN),
  /** {@code >}: most significant byte first. */
  BIG('>', ByteOrder.BIG_ENDIAN);

  private final char symbol;
  private final ByteOrder order;

  ByteOrderMark(char symbol, ByteOrder order) {
    this.symbol = symbol;
    this.order = order;
  }

  /**
   * NumPy's character for it.
   *
   * @return one of {@code | < >}
   */
  public char symbol() {
    return symbol;
  }

  /**
   * The order a {@link java.nio.ByteBuffer} over such elements should have; the machine's own for
   * {@link #NONE}.
   *
   * @return the buffer order
   */
  public ByteOrder order() {
    return order;
  }

  static ByteOrderMark nativeMark() {
    return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? LITTLE : BIG;
  }
}
