package io.framewire.stabilizer;

/** A turn with a change of size, as its cosine and sine times the size, then a shift. */
record Similarity(double cosine, double sine, double x, double y) {
  /** Seen on a picture so many times larger, whose pixels' centres lie between. */
  Motion enlarged(int scale) {
    double offset = (scale - 1) / 2.0;
    return new Motion(
        scale * x + offset * (1 - cosine + sine),
        scale * y + offset * (1 - cosine - sine),
        Math.atan2(sine, cosine));
  }
}
