package io.framewire.stabilizer;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Finds the corners that are good to track, as Shi and Tomasi have it: the points that OpenCV's
 * {@code goodFeaturesToTrack} finds, in the same order.
 */
final class Corners implements AutoCloseable {
  static final int MOST = 200;

  private static final double QUALITY = 0.05;

  private final CornerMap map;
  private final double distanceSquared;

  /** For pictures of one size. */
  Corners(int width, int height, double leastDistance) {
    this.map = new CornerMap(width, height);
    this.distanceSquared = leastDistance * leastDistance;
  }

  void find(Mat picture, Points found) {
    int candidates = map.find(picture, QUALITY);
    found.clear();
    for (int index = 0; index < candidates && found.count() < MOST; index++) {
      int column = map.column(index);
      int row = map.row(index);
      if (isApart(column, row, found)) {
        found.add(column, row);
      }
    }
  }

  private boolean isApart(int column, int row, Points found) {
    for (int index = 0; index < found.count(); index++) {
      float across = column - found.x(index);
      float down = row - found.y(index);
      if (across * across + down * down < distanceSquared) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    map.close();
  }
}
