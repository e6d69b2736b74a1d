package io.framewire.source.picamera;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Turns pictures into frames in a pool's memory. The colours are those of sYCC: BT.601's matrix at
 * full range, each value rounded to the nearest. Used by one thread.
 */
final class YuvConverter {
  /** Sums of luma and colour difference lie within 230 of 0 to 255. */
  private static final int BELOW = 256;

  private static final int SUMS = 3 * 256;
  private static final int FIXED = 16;
  private static final int HALF = 1 << FIXED - 1;
  private static final int NEUTRAL = 128;
  private static final int LUMA = 0xff;
  private static final int PIXEL_BYTES = 3;
  private static final int TWO_PIXELS = 2 * PIXEL_BYTES;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int[] RED_OF_CR = new int[256];
  private static final int[] GREEN_OF_CB = new int[256];
  private static final int[] GREEN_OF_CR = new int[256];
  private static final int[] BLUE_OF_CB = new int[256];

  /** Sums cut off at 0 and 255, already where they belong in a pixel. */
  private static final int[] FIRST = new int[SUMS];

  private static final int[] SECOND = new int[SUMS];
  private static final int[] THIRD = new int[SUMS];

  static {
    for (int value = 0; value < 256; value++) {
      int difference = value - NEUTRAL;
      RED_OF_CR[value] = (int) Math.round(1.402 * difference) + BELOW;
      BLUE_OF_CB[value] = (int) Math.round(1.772 * difference) + BELOW;
      GREEN_OF_CB[value] = fixed(-0.344136286 * difference);
      GREEN_OF_CR[value] = fixed(-0.714136286 * difference) + HALF + (BELOW << FIXED);
    }
    for (int sum = 0; sum < SUMS; sum++) {
      int level = Math.max(0, Math.min(LUMA, sum - BELOW));
      FIRST[sum] = level;
      SECOND[sum] = level << 8;
      THIRD[sum] = level << 16;
    }
  }

  private byte[] upper = new byte[0];
  private byte[] lower = new byte[0];

  /** A frame that the caller owns. */
  Frame convert(Picture picture, PixelFormat format, FramePool pool) {
    Layout layout = picture.layout();
    Frame frame = pool.take(DType.UINT8, format.shape(layout.width(), layout.height()));
    try {
      ByteBuffer pixels = frame.data();
      switch (format) {
        case BGR -> colours(picture, FIRST, THIRD, pixels);
        case RGB -> colours(picture, THIRD, FIRST, pixels);
        case GREY -> luma(picture, pixels);
        case YUV420 -> planes(picture, pixels);
      }
      return frame;
    } catch (RuntimeException failure) {
      frame.close();
      throw failure;
    }
  }

  private void colours(Picture picture, int[] blues, int[] reds, ByteBuffer pixels) {
    Layout layout = picture.layout();
    int rowBytes = layout.width() * PIXEL_BYTES;
    // pixels are written eight bytes at a time, of which six count
    if (upper.length != rowBytes + Long.BYTES - TWO_PIXELS) {
      upper = new byte[rowBytes + Long.BYTES - TWO_PIXELS];
      lower = new byte[upper.length];
    }
    for (int row = 0; row < layout.height(); row += 2) {
      twoRows(picture.bytes(), layout, row, blues, reds);
      pixels.put(upper, 0, rowBytes).put(lower, 0, rowBytes);
    }
  }

  /** Four pixels at a time, which share their colour difference. */
  private void twoRows(byte[] yuv, Layout layout, int row, int[] blues, int[] reds) {
    byte[] above = upper;
    byte[] below = lower;
    int luma = row * layout.rowBytes();
    int next = luma + layout.rowBytes();
    int cb = layout.cb() + row / 2 * layout.chromaRow();
    int cr = layout.cr() + row / 2 * layout.chromaRow();
    int end = luma + layout.width();
    for (int at = 0; luma < end; at += TWO_PIXELS, luma += 2, next += 2) {
      int cbLevel = yuv[cb++] & LUMA;
      int crLevel = yuv[cr++] & LUMA;
      int blue = BLUE_OF_CB[cbLevel];
      int green = GREEN_OF_CB[cbLevel] + GREEN_OF_CR[crLevel] >> FIXED;
      int red = RED_OF_CR[crLevel];
      int left = yuv[luma] & LUMA;
      int right = yuv[luma + 1] & LUMA;
      LONGS.set(
          above,
          at,
          (blues[left + blue] | SECOND[left + green] | reds[left + red])
              | (long) (blues[right + blue] | SECOND[right + green] | reds[right + red]) << 24);
      left = yuv[next] & LUMA;
      right = yuv[next + 1] & LUMA;
      LONGS.set(
          below,
          at,
          (blues[left + blue] | SECOND[left + green] | reds[left + red])
              | (long) (blues[right + blue] | SECOND[right + green] | reds[right + red]) << 24);
    }
  }

  private static void luma(Picture picture, ByteBuffer pixels) {
    Layout layout = picture.layout();
    rows(picture.bytes(), 0, layout.rowBytes(), layout.width(), layout.height(), pixels);
  }

  private static void planes(Picture picture, ByteBuffer pixels) {
    Layout layout = picture.layout();
    luma(picture, pixels);
    for (int plane : new int[] {layout.cb(), layout.cr()}) {
      rows(
          picture.bytes(),
          plane,
          layout.chromaRow(),
          layout.width() / 2,
          layout.height() / 2,
          pixels);
    }
  }

  private static void rows(
      byte[] from, int start, int rowBytes, int width, int height, ByteBuffer pixels) {
    if (rowBytes == width) {
      pixels.put(from, start, width * height);
      return;
    }
    for (int row = 0; row < height; row++) {
      pixels.put(from, start + row * rowBytes, width);
    }
  }

  private static int fixed(double value) {
    return (int) Math.round(value * (1 << FIXED));
  }
}
