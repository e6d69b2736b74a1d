package io.framewire.stabilizer;

import static org.bytedeco.opencv.global.opencv_core.BORDER_DEFAULT;
import static org.bytedeco.opencv.global.opencv_imgproc.cornerMinEigenVal;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Some rows of the measure of corners. A strip needs a row more on either side, whose own result is
 * wrong.
 */
final class Strip implements AutoCloseable {
  private static final int BLOCK = 3;
  private static final int APERTURE = 3;

  private final int firstRow;
  private final int from;
  private final int to;
  private final Mat scratch;
  private final Mat right;
  private final Mat strength;

  /** A strip of a whole picture's measure; the scratch picture has room for two rows more. */
  Strip(int firstRow, int lastRow, Mat scratchPicture, Mat whole) {
    this.firstRow = firstRow;
    from = Math.max(0, firstRow - 1);
    to = Math.min(whole.rows(), lastRow + 1);
    scratch = scratchPicture.rowRange(0, to - from);
    right = scratch.rowRange(firstRow - from, lastRow - from);
    strength = whole.rowRange(firstRow, lastRow);
  }

  void measure(Mat picture) {
    try (Mat rows = picture.rowRange(from, to)) {
      cornerMinEigenVal(rows, scratch, BLOCK, APERTURE, BORDER_DEFAULT);
    }
    right.copyTo(strength);
  }

  int firstRow() {
    return firstRow;
  }

  /** The measure of these rows, part of the whole one. */
  Mat strength() {
    return strength;
  }

  @Override
  public void close() {
    right.close();
    scratch.close();
    strength.close();
  }
}
