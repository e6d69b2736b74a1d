package io.framewire.stabilizer;

/**
 * A Kalman filter for a camera that moves evenly but for small changes, its shake being the noise,
 * with Rauch, Tung and Striebel's smoothing back over the frames that are held. The picture is
 * never moved by more than a share of its size.
 */
final class KalmanPath implements Trajectory {
  private static final double TIME_CONSTANT_OF_RADIUS = 0.4;
  private static final double LARGEST_SHIFT = 0.2;
  private static final double LARGEST_ANGLE = 0.2;

  private final Estimate[] estimates;
  private final double changes;
  private final Motion most;
  private long last = -1;
  private long next;

  KalmanPath(StabilizerOptions options, int lag, int width, int height) {
    this.estimates = new Estimate[lag + 1];
    double frames = TIME_CONSTANT_OF_RADIUS * options.smoothingRadius();
    this.changes = Math.pow(frames, -4);
    this.most = new Motion(LARGEST_SHIFT * width, LARGEST_SHIFT * height, LARGEST_ANGLE);
  }

  @Override
  public void add(Motion sinceLast) {
    Estimate estimate =
        last < 0 ? Estimate.first(changes) : estimate(last).after(sinceLast, changes);
    last++;
    estimates[(int) (last % estimates.length)] = estimate;
  }

  @Override
  public Step next() {
    Motion place = estimate(next).measured();
    Motion correction = smoothed(next).minus(place);
    next++;
    return new Step(place, place.plus(bounded(correction)));
  }

  private Motion smoothed(long index) {
    Motion position = estimate(last).position();
    Motion speed = estimate(last).speed();
    for (long later = last; later > index; later--) {
      Estimate known = estimate(later);
      Estimate earlier = estimate(later - 1);
      Motion newsOfPosition = position.minus(known.predictedPosition());
      Motion newsOfSpeed = speed.minus(known.predictedSpeed());
      Gain gain = known.backward();
      position =
          earlier
              .position()
              .plus(newsOfPosition.times(gain.positionToPosition()))
              .plus(newsOfSpeed.times(gain.speedToPosition()));
      speed =
          earlier
              .speed()
              .plus(newsOfPosition.times(gain.positionToSpeed()))
              .plus(newsOfSpeed.times(gain.speedToSpeed()));
    }
    return position;
  }

  private Motion bounded(Motion correction) {
    return new Motion(
        bounded(correction.x(), most.x()),
        bounded(correction.y(), most.y()),
        bounded(correction.angle(), most.angle()));
  }

  private static double bounded(double value, double most) {
    return Math.max(-most, Math.min(most, value));
  }

  private Estimate estimate(long index) {
    return estimates[(int) (index % estimates.length)];
  }
}
