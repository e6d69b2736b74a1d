package io.framewire.stabilizer;

/** What a Kalman filter holds of one frame: measured, predicted from the frame before, and both. */
record Estimate(
    Motion measured,
    Motion predictedPosition,
    Motion predictedSpeed,
    Motion position,
    Motion speed,
    Covariance covariance,
    Gain backward) {
  private static final Gain NONE = new Gain(0, 0, 0, 0);

  static Estimate first(double changes) {
    return new Estimate(
        Motion.NONE,
        Motion.NONE,
        Motion.NONE,
        Motion.NONE,
        Motion.NONE,
        Covariance.first(changes),
        NONE);
  }

  Estimate after(Motion sinceLast, double changes) {
    Covariance predicted = covariance.predicted(changes);
    Motion place = measured.plus(sinceLast);
    Motion expected = position.plus(speed);
    Motion news = place.minus(expected);
    return new Estimate(
        place,
        expected,
        speed,
        expected.plus(news.times(predicted.gainOfPosition())),
        speed.plus(news.times(predicted.gainOfSpeed())),
        predicted.measured(),
        covariance.backward(predicted));
  }
}
