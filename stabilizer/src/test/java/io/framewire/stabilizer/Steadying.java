package io.framewire.stabilizer;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Stabilizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Passes frames through a stabilizer and notes the path. */
final class Steadying {
  private final List<PathPoint> path = new ArrayList<>();
  private int firstAfter = -1;
  private int given;

  /** Runs the builder's stabilizer over so many frames, and then its rest. */
  static Steadying of(
      StabilizerBuilder builder, int count, FramePool pool, IntFunction<Frame> frames) {
    return of(builder, count, pool, frames, steady -> {});
  }

  static Steadying of(
      StabilizerBuilder builder,
      int count,
      FramePool pool,
      IntFunction<Frame> frames,
      Consumer<Frame> each) {
    Steadying run = new Steadying();
    try (Stabilizer stabilizer = builder.onPath(run.path::add).build()) {
      for (int index = 0; index < count; index++) {
        int now = index;
        stabilizer
            .stabilize(frames.apply(index), pool)
            .ifPresent(
                steady -> {
                  run.firstAfter = run.given == 0 ? now : run.firstAfter;
                  run.take(steady, each);
                });
      }
      for (var rest = stabilizer.flush(pool); rest.isPresent(); rest = stabilizer.flush(pool)) {
        run.take(rest.get(), each);
      }
    }
    return run;
  }

  private void take(Frame steady, Consumer<Frame> each) {
    try (steady) {
      given++;
      each.accept(steady);
    }
  }

  int given() {
    return given;
  }

  /** How many frames had to go in after the first before that came out. */
  int delay() {
    return firstAfter;
  }

  List<PathPoint> path() {
    return path;
  }

  /** The share of the shake's energy that is left, as motion from frame to frame. */
  double shakeLeft() {
    double left = 0;
    double whole = 0;
    for (int index = 1; index < path.size(); index++) {
      left += energy(rest(index).minus(rest(index - 1)));
      whole += energy(Clip.shake(index).minus(Clip.shake(index - 1)));
    }
    return left / whole;
  }

  /** Where the frame went from where it really was, without the way it should go. */
  private Motion rest(int index) {
    PathPoint point = path.get(index);
    Motion correction =
        new Motion(
            point.steadyX() - point.x(),
            point.steadyY() - point.y(),
            point.steadyAngle() - point.angle());
    return Clip.shake(index).plus(correction);
  }

  private static double energy(Motion motion) {
    return motion.x() * motion.x() + motion.y() * motion.y();
  }
}
