package io.framewire.stabilizer;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.opencv.Mats;
import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Moves pictures, with border, crop and zoom in the same step. */
final class Warp implements AutoCloseable {
  private final StabilizerOptions options;
  private final Mat matrix = new Mat(2, 3, CV_32FC1);
  private final FloatBuffer values = matrix.createBuffer();
  private final Scalar black = new Scalar();

  Warp(StabilizerOptions options) {
    this.options = options;
  }

  /** The moved picture; the caller owns and closes it, and still the frame. */
  Frame move(Frame frame, Motion motion, FramePool pool) {
    if (motion.equals(Motion.NONE) && options.borderSize() == 0) {
      return frame.retain();
    }
    int[] shape = frame.shape();
    prepare(motion, shape[1], shape[0]);
    if (!options.cropAndZoom()) {
      shape[0] += 2 * options.borderSize();
      shape[1] += 2 * options.borderSize();
    }
    Frame moved = pool.take(frame.dtype(), shape);
    try {
      draw(frame, moved);
      return moved;
    } catch (RuntimeException failure) {
      moved.close();
      throw failure;
    }
  }

  private void draw(Frame frame, Frame moved) {
    try (Mat source = Mats.view(frame);
        Mat target = Mats.view(moved);
        Size size = new Size(target.cols(), target.rows())) {
      warpAffine(source, target, matrix, size, INTER_LINEAR, options.borderType().mode(), black);
      Mats.requireInPlace(target, moved);
    }
  }

  /** The motion is meant for the picture within its border. */
  private void prepare(Motion motion, int width, int height) {
    double cosine = Math.cos(motion.angle());
    double sine = Math.sin(motion.angle());
    int border = options.borderSize();
    if (options.cropAndZoom()) {
      double across = (double) width / (width - 2 * border);
      double down = (double) height / (height - 2 * border);
      set(0, across, cosine, -sine, zoomed(motion.x(), across, border));
      set(3, down, sine, cosine, zoomed(motion.y(), down, border));
    } else {
      set(0, 1, cosine, -sine, motion.x() + border * (cosine - sine));
      set(3, 1, sine, cosine, motion.y() + border * (sine + cosine));
    }
  }

  /** Where a shift ends up once the border is cut off and the rest enlarged, centre on centre. */
  private static double zoomed(double shift, double factor, int border) {
    return (shift - border + 0.5) * factor - 0.5;
  }

  private void set(int at, double factor, double ofColumn, double ofRow, double shift) {
    values
        .put(at, (float) (factor * ofColumn))
        .put(at + 1, (float) (factor * ofRow))
        .put(at + 2, (float) shift);
  }

  @Override
  public void close() {
    matrix.close();
    black.close();
  }
}
