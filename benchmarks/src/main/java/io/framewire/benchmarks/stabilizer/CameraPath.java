package io.framewire.benchmarks.stabilizer;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the scene's middle is in the picture, from its middle, and how it is turned; frame by
 * frame.
 */
record CameraPath(int first, List<Place> places) {
  /** A shift in pixels and a turn in radians. */
  record Place(double x, double y, double angle) {
    Place minus(Place other) {
      return new Place(x - other.x, y - other.y, angle - other.angle);
    }
  }

  /** The frame after the last. */
  int end() {
    return first + places.size();
  }

  Place at(int frame) {
    return places.get(frame - first);
  }

  /** This path less another over some frames. */
  CameraPath minus(CameraPath other, int from, int to) {
    return new CameraPath(
        from,
        IntStream.range(from, to).mapToObj(frame -> at(frame).minus(other.at(frame))).toList());
  }

  /** The energy of the motion from frame to frame, a turn as what it moves a pixel so far out. */
  double energy(double pixelsPerRadian) {
    double sum = 0;
    for (int index = 1; index < places.size(); index++) {
      Place step = places.get(index).minus(places.get(index - 1));
      double turn = step.angle() * pixelsPerRadian;
      sum += step.x() * step.x() + step.y() * step.y() + turn * turn;
    }
    return sum;
  }
}
