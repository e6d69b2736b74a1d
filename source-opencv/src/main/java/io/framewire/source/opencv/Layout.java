package io.framewire.source.opencv;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;

/** What a frame looks like. */
record Layout(DType dtype, int[] shape) {
  static Layout of(Frame frame) {
    return new Layout(frame.dtype(), frame.shape());
  }

  /** Of a picture in blue, green, red, of at least one pixel. */
  static Layout bgr(double width, double height) {
    return new Layout(
        DType.UINT8, new int[] {Math.max(1, (int) height), Math.max(1, (int) width), 3});
  }

  Frame take(FramePool pool) {
    return pool.take(dtype, shape);
  }
}
