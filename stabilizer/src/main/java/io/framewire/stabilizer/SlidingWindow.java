package io.framewire.stabilizer;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * vidgear's smoothing: the mean of the path over a window about each frame's successor. Twice the
 * window of the path is remembered. In front of it stands its median, and after a stream's end,
 * which vidgear does not come to, the median of its last half window: that has gone along with the
 * camera.
 */
final class SlidingWindow implements Trajectory {
  static final TrajectoryFactory FACTORY =
      (options, width, height) -> new SlidingWindow(options.smoothingRadius());

  private final int window;
  private final int memory;
  private final Motion[] places;
  private long last = -1;
  private long next;

  SlidingWindow(int window) {
    this.window = window;
    this.memory = 2 * window + 1;
    this.places = new Motion[memory + 1];
  }

  @Override
  public void add(Motion sinceLast) {
    Motion place = last < 0 ? Motion.NONE : place(last).plus(sinceLast);
    last++;
    places[(int) (last % places.length)] = place;
  }

  @Override
  public Step next() {
    Motion place = place(next);
    next++;
    // a single frame has no path yet
    return new Step(place, last == 0 ? place : mean(next));
  }

  private Motion mean(long middle) {
    long from = middle - window / 2;
    long to = from + window - 1;
    Motion sum = Motion.NONE;
    for (long index = Math.max(from, first()); index <= Math.min(to, last); index++) {
      sum = sum.plus(place(index));
    }
    if (from < first()) {
      sum = sum.plus(median(first()).times(first() - from));
    }
    if (to > last) {
      sum = sum.plus(median(Math.max(first(), last - window / 2)).times(to - last));
    }
    return sum.times(1.0 / window);
  }

  /** The first frame's place is no part of the remembered path: no motion led there. */
  private long first() {
    return Math.max(1, last - memory + 1);
  }

  private Motion median(long from) {
    return new Motion(
        median(from, Motion::x), median(from, Motion::y), median(from, Motion::angle));
  }

  /** Of the path from some frame on. */
  private double median(long from, ToDoubleFunction<Motion> axis) {
    double[] values = new double[(int) (last - from + 1)];
    for (int index = 0; index < values.length; index++) {
      values[index] = axis.applyAsDouble(place(from + index));
    }
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }

  private Motion place(long index) {
    return places[(int) (index % places.length)];
  }
}
