package io.framewire.stabilizer;

/**
 * How uncertain position and speed are, in units of the shake's variance; the same for each axis.
 */
record Covariance(double position, double both, double speed) {
  static Covariance first(double changes) {
    return new Covariance(1, 0, Math.sqrt(changes));
  }

  /** A frame later: speed has moved the position, and has itself changed a little. */
  Covariance predicted(double changes) {
    return new Covariance(
        position + 2 * both + speed + changes / 4, both + speed + changes / 2, speed + changes);
  }

  double gainOfPosition() {
    return position / (position + 1);
  }

  double gainOfSpeed() {
    return both / (position + 1);
  }

  /** After the position was measured. */
  Covariance measured() {
    return new Covariance(
        position * (1 - gainOfPosition()),
        both * (1 - gainOfPosition()),
        speed - gainOfSpeed() * both);
  }

  /** Rauch, Tung and Striebel's gain, from this to what was predicted from it. */
  Gain backward(Covariance predicted) {
    double determinant = predicted.position * predicted.speed - predicted.both * predicted.both;
    double position0 = position + both;
    double speed0 = both + speed;
    return new Gain(
        (position0 * predicted.speed - both * predicted.both) / determinant,
        (both * predicted.position - position0 * predicted.both) / determinant,
        (speed0 * predicted.speed - speed * predicted.both) / determinant,
        (speed * predicted.position - speed0 * predicted.both) / determinant);
  }
}
