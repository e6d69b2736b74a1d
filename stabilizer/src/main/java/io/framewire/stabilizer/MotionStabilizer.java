package io.framewire.stabilizer;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Stabilizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Holds frames back until their trajectory can say where they go. */
final class MotionStabilizer implements Stabilizer {
  private final StabilizerOptions options;
  private final TrajectoryFactory trajectories;
  private final Warp warp;
  private final Deque<Held> held = new ArrayDeque<>();
  private Optional<Scene> scene = Optional.empty();
  private long left;
  private boolean closed;

  MotionStabilizer(StabilizerOptions options, TrajectoryFactory trajectories) {
    this.options = options;
    this.trajectories = trajectories;
    this.warp = new Warp(options);
  }

  @Override
  public Optional<Frame> stabilize(Frame frame, FramePool pool) {
    try {
      hold(frame);
    } catch (RuntimeException failure) {
      frame.close();
      throw failure;
    }
    return held.size() > options.lag() ? Optional.of(release(pool)) : Optional.empty();
  }

  @Override
  public Optional<Frame> flush(FramePool pool) {
    return held.isEmpty() ? Optional.empty() : Optional.of(release(pool));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      held.forEach(Held::close);
      held.clear();
      scene.ifPresent(Scene::close);
      warp.close();
    }
  }

  private void hold(Frame frame) {
    if (closed) {
      throw new IllegalStateException("this stabilizer was closed: make one for each stream");
    }
    Scene current = sceneOf(frame);
    current.add(frame);
    held.add(new Held(frame, current.trajectory()));
  }

  private Scene sceneOf(Frame frame) {
    Optional<Scene> same = scene.filter(current -> current.has(frame));
    if (same.isPresent()) {
      return same.get();
    }
    Scene next = Scene.of(frame, options, trajectories);
    scene.ifPresent(Scene::close);
    scene = Optional.of(next);
    return next;
  }

  private Frame release(FramePool pool) {
    try (Held oldest = held.remove()) {
      Trajectory.Step step = oldest.trajectory().next();
      report(step);
      return warp.move(oldest.frame(), step.correction(), pool);
    }
  }

  private void report(Trajectory.Step step) {
    Motion place = step.place();
    Motion steady = step.steady();
    options
        .onPath()
        .accept(
            new PathPoint(
                left++,
                place.x(),
                place.y(),
                place.angle(),
                steady.x(),
                steady.y(),
                steady.angle()));
  }

  /** A frame, and where it gets its motion from. */
  private record Held(Frame frame, Trajectory trajectory) implements AutoCloseable {
    @Override
    public void close() {
      frame.close();
    }
  }
}
