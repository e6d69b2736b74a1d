package io.framewire.source;

/** IEEE 754 half precision, for values from 0 to 1; Java has it only from 20 on. */
final class HalfFloat {
  private static final int EXPONENT_BIAS_DIFFERENCE = 127 - 15;

  private HalfFloat() {}

  static short bits(float value) {
    int bits = Float.floatToIntBits(value);
    int exponent = (bits >>> 23) - EXPONENT_BIAS_DIFFERENCE;
    if (exponent <= 0) {
      return (short) Math.round(value * (1 << 24));
    }
    return (short) (exponent << 10 | (bits & 0x7fffff) >>> 13);
  }
}
