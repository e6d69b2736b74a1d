package io.framewire.benchmarks.wire.end;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the first bytes of a frame say: when it was sent, and which it is; little-endian. */
final class Stamp {
  private static final int TIME = 0;
  private static final int NUMBER = 8;
  private static final int FILLED = 16;
  private static final long MARK = 0x6672616d65776972L;

  private Stamp() {}

  static long nanos(ByteBuffer frame) {
    return frame.order(ByteOrder.LITTLE_ENDIAN).getLong(TIME);
  }

  static long number(ByteBuffer frame) {
    return frame.order(ByteOrder.LITTLE_ENDIAN).getLong(NUMBER);
  }

  static void write(ByteBuffer frame, long number) {
    frame.order(ByteOrder.LITTLE_ENDIAN).putLong(NUMBER, number).putLong(TIME, System.nanoTime());
  }

  /** Whether a picture was put there before: memory is zero at first. */
  static boolean isFilled(ByteBuffer frame) {
    return frame.order(ByteOrder.LITTLE_ENDIAN).getLong(FILLED) == MARK;
  }

  static void markFilled(ByteBuffer frame) {
    frame.order(ByteOrder.LITTLE_ENDIAN).putLong(FILLED, MARK);
  }
}
