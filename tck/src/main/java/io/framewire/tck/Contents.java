package io.framewire.tck;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.ByteBuffer;

/** What is in frames, and frames with something in them. */
final class Contents {
  private Contents() {}

  /** A copy of a frame's elements. */
  static byte[] of(Frame frame) {
    return of(frame.data());
  }

  static byte[] of(ByteBuffer data) {
    byte[] bytes = new byte[data.remaining()];
    data.duplicate().get(bytes);
    return bytes;
  }

  /** A frame whose bytes tell which one it is. */
  static Frame frame(FramePool pool, int number, DType dtype, int... shape) {
    Frame frame = pool.take(dtype, shape);
    fill(frame.data(), number);
    return frame;
  }

  /** Bytes that tell which message they are of, and where in it. */
  static void fill(ByteBuffer target, int number) {
    int at = 0;
    while (target.hasRemaining()) {
      target.put(expected(number, at++));
    }
  }

  static byte expected(int number, int at) {
    return (byte) (31 * number + 7 * at + (at >> 8));
  }
}
