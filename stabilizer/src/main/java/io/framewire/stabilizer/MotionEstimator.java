package io.framewire.stabilizer;

import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/** Measures how the scene moves from picture to picture, all of one shape. */
final class MotionEstimator implements AutoCloseable {
  private static final double CORNER_DISTANCE = 30;
  private static final double TOLERANCE = 3;
  private static final int REDUCED_SCALE = 2;
  private static final int LONGEST_FOLLOWED = 5;
  private static final int FEWEST_FOLLOWED = 60;
  private static final double LEAST_AGREEMENT = 0.3;

  /** In less than this nothing can be tracked. */
  private static final int LEAST_SIDE = 48;

  private final boolean full;
  private final int scale;
  private final GreyPicture greys;
  private final Corners corners;
  private final Tracker tracker;
  private final Points points = new Points(Corners.MOST);
  private Mat before;
  private Mat now;
  private boolean started;
  private int followedFor;

  MotionEstimator(int width, int height, MotionDetail detail) {
    full = detail == MotionDetail.FULL || Math.min(width, height) < REDUCED_SCALE * LEAST_SIDE;
    scale = full ? 1 : REDUCED_SCALE;
    greys = new GreyPicture(width, height, scale);
    before = greys.blank();
    now = greys.blank();
    corners = new Corners(now.cols(), now.rows(), CORNER_DISTANCE / scale);
    tracker = new Tracker(TOLERANCE / scale);
  }

  /** Whether pictures of such a size can be measured. */
  static boolean canMeasure(int width, int height) {
    return Math.min(width, height) >= LEAST_SIDE;
  }

  /** The motion since the picture before; none for the first, and where nothing can be tracked. */
  Motion next(Mat picture) {
    Mat oldest = before;
    before = now;
    now = oldest;
    greys.draw(picture, now);
    if (!started) {
      started = true;
      corners.find(now, points);
      return Motion.NONE;
    }
    Optional<Similarity> moved = tracker.track(before, now, points);
    return (full ? renew(moved) : follow(moved))
        .map(similarity -> similarity.enlarged(scale))
        .orElse(Motion.NONE);
  }

  /** A picture without corners shows no motion, whatever was made of it. */
  private Optional<Similarity> renew(Optional<Similarity> moved) {
    corners.find(now, points);
    return points.count() == 0 ? Optional.empty() : moved;
  }

  private Optional<Similarity> follow(Optional<Similarity> moved) {
    int tracked = points.count();
    int agreeing = moved.isPresent() ? tracker.keepAgreeing(points, now.cols(), now.rows()) : 0;
    boolean common = agreeing >= LEAST_AGREEMENT * tracked;
    followedFor++;
    if (!common || followedFor >= LONGEST_FOLLOWED || points.count() < FEWEST_FOLLOWED) {
      corners.find(now, points);
      followedFor = 0;
    }
    return common ? moved : Optional.empty();
  }

  @Override
  public void close() {
    greys.close();
    before.close();
    now.close();
    corners.close();
    tracker.close();
    points.close();
  }
}
