package io.framewire.stabilizer;

import static org.bytedeco.opencv.global.opencv_core.BORDER_DEFAULT;
import static org.bytedeco.opencv.global.opencv_imgproc.cornerMinEigenVal;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Some rows of the measure of corners. It is computed strip by strip, because what OpenCV needs in
 * between, nine floats for each pixel, then stays in the processor's cache; for a whole picture it
 * takes three times as long. A strip needs a row more on either side, whose own result is wrong.
 */
final class Strip implements AutoCloseable {
  private static final int BLOCK = 3;
  private static final int APERTURE = 3;

  private final int from;
  private final int to;
  private final Mat scratch;
  private final Mat right;
  private final Mat target;

  /** A strip of rows of the target; the scratch picture has room for two rows more. */
  Strip(int firstRow, int lastRow, Mat scratchPicture, Mat targetPicture) {
    from = Math.max(0, firstRow - 1);
    to = Math.min(targetPicture.rows(), lastRow + 1);
    scratch = scratchPicture.rowRange(0, to - from);
    right = scratch.rowRange(firstRow - from, lastRow - from);
    target = targetPicture.rowRange(firstRow, lastRow);
  }

  void measure(Mat picture) {
    try (Mat rows = picture.rowRange(from, to)) {
      cornerMinEigenVal(rows, scratch, BLOCK, APERTURE, BORDER_DEFAULT);
    }
    right.copyTo(target);
  }

  @Override
  public void close() {
    right.close();
    scratch.close();
    target.close();
  }
}
