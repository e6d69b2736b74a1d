package io.framewire.stabilizer;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.opencv.Mats;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/** The part of a stream in which all frames have one shape, with the camera's path in it. */
final class Scene implements AutoCloseable {
  private final int[] shape;
  private final Trajectory trajectory;
  private final Optional<MotionEstimator> estimator;

  private Scene(int[] shape, Trajectory trajectory, Optional<MotionEstimator> estimator) {
    this.shape = shape;
    this.trajectory = trajectory;
    this.estimator = estimator;
  }

  static Scene of(Frame frame, StabilizerOptions options, TrajectoryFactory trajectories) {
    int[] shape = frame.shape();
    boolean picture =
        shape.length == 2 || shape.length == 3 && (shape[2] == 1 || shape[2] == 3 || shape[2] == 4);
    if (!picture || !frame.dtype().equals(DType.UINT8) || frame.byteSize() == 0) {
      throw new ConfigurationException(
          "frames of "
              + frame.dtype()
              + " and shape "
              + Arrays.toString(shape)
              + " cannot be stabilized: use |u1 and [height, width] or"
              + " [height, width, channels] with 1, 3 or 4 channels");
    }
    int width = shape[1];
    int height = shape[0];
    options.requireRoomToCrop(width, height);
    return new Scene(
        shape,
        trajectories.create(options, width, height),
        MotionEstimator.canMeasure(width, height)
            ? Optional.of(new MotionEstimator(width, height, options.detail()))
            : Optional.empty());
  }

  boolean has(Frame frame) {
    return frame.dtype().equals(DType.UINT8) && Arrays.equals(shape, frame.shape());
  }

  void add(Frame frame) {
    trajectory.add(estimator.map(measure -> motion(measure, frame)).orElse(Motion.NONE));
  }

  Trajectory trajectory() {
    return trajectory;
  }

  private static Motion motion(MotionEstimator measure, Frame frame) {
    try (Mat picture = Mats.view(frame)) {
      return measure.next(picture);
    }
  }

  /** Frees the measuring; the trajectory stays. */
  @Override
  public void close() {
    estimator.ifPresent(MotionEstimator::close);
  }
}
