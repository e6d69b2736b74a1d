package io.framewire.source.picamera;

/** What the frames of a camera hold; all of {@code |u1}. */
public enum PixelFormat {
  /** Shape {@code [height, width, 3]}: blue, green, red. Picamera2 calls it RGB888. */
  BGR,
  /** Shape {@code [height, width, 3]}: red, green, blue. Picamera2 calls it BGR888. */
  RGB,
  /** Shape {@code [height, width]}: the full-range luma. */
  GREY,
  /**
   * Shape {@code [height * 3 / 2, width]}: the planes as they come, without padding. The luma, then
   * the quarter-size Cb and Cr planes; full-range BT.601 (sYCC).
   */
  YUV420;

  /** The shape of a frame. */
  int[] shape(int width, int height) {
    return switch (this) {
      case BGR, RGB -> new int[] {height, width, 3};
      case GREY -> new int[] {height, width};
      case YUV420 -> new int[] {height / 2 * 3, width};
    };
  }
}
