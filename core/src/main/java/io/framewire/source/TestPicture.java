package io.framewire.source;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.frame.Kind;
import java.nio.ByteBuffer;
import java.util.Set;

/** Draws a gradient that scrolls upwards under a bright square that moves to the right. */
final class TestPicture {
  private static final Set<Kind> DRAWABLE =
      Set.of(Kind.BOOL, Kind.INT, Kind.UINT, Kind.FLOAT, Kind.COMPLEX);
  private static final int ROWS_PER_STEP = 2;
  private static final int BYTES_PER_STEP_TO_THE_RIGHT = 4;

  private final DType dtype;
  private final int[] shape;
  private final int rowBytes;
  private final ByteBuffer gradient;
  private final ByteBuffer bright;

  TestPicture(DType dtype, int[] shape) {
    if (!DRAWABLE.contains(dtype.kind()) || isLongDouble(dtype)) {
      throw new ConfigurationException(
          "unsupported dtype "
              + dtype
              + ": the test picture has numbers or booleans, uint8 for instance");
    }
    this.dtype = dtype;
    this.shape = shape;
    try (Frame probe = FramePool.unpooled().take(dtype, shape)) {
      this.rowBytes = probe.byteSize() / shape[0];
      this.gradient = ByteBuffer.allocateDirect(probe.byteSize());
    }
    int itemsInRow = rowBytes / dtype.itemSize();
    ByteBuffer elements = gradient.duplicate().order(dtype.order());
    for (int row = 0; row < shape[0]; row++) {
      for (int item = 0; item < itemsInRow; item++) {
        putItem(elements, (row * 255 / shape[0] + item * 255 / itemsInRow) & 0xff);
      }
    }
    this.bright = ByteBuffer.allocateDirect(Math.max(dtype.itemSize(), squareBytes()));
    ByteBuffer square = bright.duplicate().order(dtype.order());
    while (square.hasRemaining()) {
      putItem(square, 255);
    }
  }

  Frame draw(FramePool pool, long step) {
    Frame frame = pool.take(dtype, shape);
    ByteBuffer pixels = frame.data();
    int split = (int) (step * ROWS_PER_STEP % shape[0]) * rowBytes;
    pixels.put(gradient.slice(split, gradient.capacity() - split)).put(gradient.slice(0, split));
    int room = rowBytes - squareBytes();
    int pixelBytes = rowBytes / shape[1];
    int left =
        (int) (step * BYTES_PER_STEP_TO_THE_RIGHT * pixelBytes % (room + 1))
            / pixelBytes
            * pixelBytes;
    int top = shape[0] / 3;
    for (int row = top; row < top + Math.max(1, shape[0] / 4); row++) {
      pixels.put(row * rowBytes + left, bright, 0, squareBytes());
    }
    return frame;
  }

  int width() {
    return shape[1];
  }

  int height() {
    return shape[0];
  }

  private static boolean isLongDouble(DType dtype) {
    int parts = dtype.kind() == Kind.COMPLEX ? 2 : 1;
    return dtype.itemSize() / parts > Double.BYTES;
  }

  private int squareBytes() {
    return Math.max(1, shape[1] / 4) * (rowBytes / shape[1]);
  }

  private void putItem(ByteBuffer target, int value) {
    switch (dtype.kind()) {
      case BOOL -> target.put((byte) (value > 127 ? 1 : 0));
      case FLOAT -> putFloat(target, dtype.itemSize(), value / 255f);
      case COMPLEX -> {
        putFloat(target, dtype.itemSize() / 2, value / 255f);
        putFloat(target, dtype.itemSize() / 2, 0f);
      }
      case INT -> putInteger(target, value / 2);
      default -> putInteger(target, value);
    }
  }

  /** The value spread over the dtype's whole range, so that a picture looks the same in each. */
  private void putInteger(ByteBuffer target, int value) {
    long spread = (long) value << (dtype.itemSize() - 1) * 8;
    switch (dtype.itemSize()) {
      case 1 -> target.put((byte) spread);
      case 2 -> target.putShort((short) spread);
      case 4 -> target.putInt((int) spread);
      default -> target.putLong(spread);
    }
  }

  private static void putFloat(ByteBuffer target, int bytes, float value) {
    switch (bytes) {
      case 2 -> target.putShort(HalfFloat.bits(value));
      case 4 -> target.putFloat(value);
      case 8 -> target.putDouble(value);
      default -> throw new IllegalArgumentException("no floats of " + bytes + " bytes");
    }
  }
}
