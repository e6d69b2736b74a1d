package io.framewire.stabilizer;

import static org.bytedeco.opencv.global.opencv_calib3d.RANSAC;
import static org.bytedeco.opencv.global.opencv_calib3d.estimateAffinePartial2D;
import static org.bytedeco.opencv.global.opencv_video.calcOpticalFlowPyrLK;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Follows points from one grey picture to the next with Lucas and Kanade's pyramids, and says how
 * most moved.
 */
final class Tracker implements AutoCloseable {
  private static final long TRIALS = 2000;
  private static final double CONFIDENCE = 0.99;
  private static final long REFINEMENTS = 10;

  private final double tolerance;
  private final Points from = new Points(Corners.MOST);
  private final Points to = new Points(Corners.MOST);
  private final Mat followed = new Mat();
  private final Mat status = new Mat();
  private final Mat errors = new Mat();
  private final Mat agreeing = new Mat();

  /** With the distance from the common motion up to which a point agrees with it, in pixels. */
  Tracker(double tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * The common motion.
   *
   * @return empty if there is none
   */
  Optional<Similarity> track(Mat before, Mat now, Points points) {
    from.clear();
    to.clear();
    if (points.count() > 0) {
      follow(before, now, points);
    }
    return from.count() < 2 ? Optional.empty() : estimate();
  }

  /** Replaces points by where those went that agree with the common motion; how many these are. */
  int keepAgreeing(Points points, int width, int height) {
    points.clear();
    ByteBuffer agrees = agreeing.createBuffer();
    int count = 0;
    for (int index = 0; index < to.count(); index++) {
      if (agrees.get(index) != 0) {
        count++;
        float x = to.x(index);
        float y = to.y(index);
        if (x >= 0 && y >= 0 && x < width && y < height) {
          points.add(x, y);
        }
      }
    }
    return count;
  }

  private void follow(Mat before, Mat now, Points points) {
    try (Mat start = points.view()) {
      calcOpticalFlowPyrLK(before, now, start, followed, status, errors);
    }
    ByteBuffer found = status.createBuffer();
    FloatBuffer places = followed.createBuffer();
    for (int index = 0; index < points.count(); index++) {
      if (found.get(index) != 0) {
        from.add(points.x(index), points.y(index));
        to.add(places.get(2 * index), places.get(2 * index + 1));
      }
    }
  }

  private Optional<Similarity> estimate() {
    try (Mat start = from.view();
        Mat end = to.view();
        Mat matrix =
            estimateAffinePartial2D(
                start, end, agreeing, RANSAC, tolerance, TRIALS, CONFIDENCE, REFINEMENTS)) {
      if (matrix.empty()) {
        return Optional.empty();
      }
      DoubleBuffer values = matrix.createBuffer();
      return Optional.of(
          new Similarity(values.get(0), values.get(3), values.get(2), values.get(5)));
    }
  }

  @Override
  public void close() {
    from.close();
    to.close();
    List.of(followed, status, errors, agreeing).forEach(Mat::close);
  }
}
