package io.framewire.stabilizer;

/** A turn about the picture's upper left corner, then a shift: pixels and radians. */
record Motion(double x, double y, double angle) {
  static final Motion NONE = new Motion(0, 0, 0);

  Motion plus(Motion other) {
    return new Motion(x + other.x, y + other.y, angle + other.angle);
  }

  Motion minus(Motion other) {
    return new Motion(x - other.x, y - other.y, angle - other.angle);
  }

  Motion times(double factor) {
    return new Motion(x * factor, y * factor, angle * factor);
  }
}
