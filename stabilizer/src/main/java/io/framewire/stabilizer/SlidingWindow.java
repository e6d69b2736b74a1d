package io.framewire.stabilizer;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * vidgear's smoothing: the mean of the path over a window about each frame's successor. Twice the
 * window of the path is remembered; past its ends stands its median.
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
    long outside = Math.max(0, first() - from) + Math.max(0, to - last);
    if (outside > 0) {
      sum = sum.plus(median().times(outside));
    }
    return sum.times(1.0 / window);
  }

  /** The first frame's place is no part of the remembered path: no motion led there. */
  private long first() {
    return Math.max(1, last - memory + 1);
  }

  private Motion median() {
    return new Motion(median(Motion::x), median(Motion::y), median(Motion::angle));
  }

  private double median(ToDoubleFunction<Motion> axis) {
    int length = (int) (last - first() + 1);
    double[] values = new double[length];
    for (int index = 0; index < length; index++) {
      values[index] = axis.applyAsDouble(place(first() + index));
    }
    Arrays.sort(values);
    return (values[(length - 1) / 2] + values[length / 2]) / 2;
  }

  private Motion place(long index) {
    return places[(int) (index % places.length)];
  }
}
