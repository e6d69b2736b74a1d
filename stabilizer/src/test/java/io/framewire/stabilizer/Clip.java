package io.framewire.stabilizer;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.opencv.Mats;
import io.framewire.spi.FrameSource;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A scene full of corners under a camera that trembles while it moves on; where it is, is known.
 */
final class Clip implements AutoCloseable {
  private static final int MARGIN = 80;
  private static final int FILLED = -1;
  private static final double RATE = 30;

  private final int width;
  private final int height;
  private final Mat scene;
  private final Random random = new Random(7);

  Clip(int width, int height) {
    this.width = width;
    this.height = height;
    scene = new Mat(height + 2 * MARGIN, width + 2 * MARGIN, CV_8UC3, new Scalar(90, 110, 130, 0));
    for (int count = scene.rows() * scene.cols() / 150; count > 0; count--) {
      paint(random.nextInt(scene.cols()), random.nextInt(scene.rows()));
    }
  }

  private void paint(int x, int y) {
    Scalar colour = new Scalar(random.nextInt(256), random.nextInt(256), random.nextInt(256), 0);
    Point corner = new Point(x + 4 + random.nextInt(16), y + 4 + random.nextInt(16));
    rectangle(scene, new Point(x, y), corner, colour, FILLED, 8, 0);
  }

  /** The camera's intended way: slowly to the right and back. */
  static Motion way(int index) {
    return new Motion(20 * Math.sin(2 * Math.PI * index / RATE / 6), 0, 0);
  }

  /** Its shake, of 1.3 to 4.7 Hz. */
  static Motion shake(int index) {
    double time = 2 * Math.PI * index / RATE;
    return new Motion(
        3 * Math.sin(1.3 * time) + 2 * Math.sin(4.7 * time + 1),
        4 * Math.sin(2.9 * time + 2) + Math.sin(4.1 * time),
        0.004 * Math.sin(2.3 * time) + 0.003 * Math.sin(4.3 * time + 3));
  }

  /** A frame in colour. */
  Frame frame(int index, FramePool pool) {
    return film(way(index).plus(shake(index)), pool);
  }

  /** What the camera sees when the scene has moved. */
  Frame film(Motion motion, FramePool pool) {
    Frame frame = pool.take(DType.UINT8, height, width, 3);
    try (Mat target = Mats.view(frame);
        Mat matrix = new Mat(2, 3, CV_32FC1);
        Size size = new Size(width, height);
        Scalar black = new Scalar()) {
      float cosine = (float) Math.cos(motion.angle());
      float sine = (float) Math.sin(motion.angle());
      float x = (float) motion.x() - MARGIN * (cosine - sine);
      float y = (float) motion.y() - MARGIN * (sine + cosine);
      FloatBuffer values = matrix.createBuffer();
      values.put(new float[] {cosine, -sine, x, sine, cosine, y});
      warpAffine(scene, target, matrix, size, INTER_LINEAR, BORDER_REFLECT_101, black);
      Mats.requireInPlace(target, frame);
    }
    return frame;
  }

  /** A frame with another number of channels: 0 for a shape without them. */
  Frame frame(int index, int channels, FramePool pool) {
    try (Frame colour = frame(index, pool);
        Mat picture = Mats.view(colour);
        Mat other = new Mat(height, width, CV_8UC1)) {
      cvtColor(picture, other, channels == 4 ? COLOR_BGR2BGRA : COLOR_BGR2GRAY);
      Frame plain = Mats.copy(other, pool);
      if (channels != 1) {
        return plain;
      }
      try (plain) {
        return Frame.copyOf(plain.data(), DType.UINT8, height, width, 1);
      }
    }
  }

  /** So many frames as a source. */
  FrameSource source(int count) {
    int[] next = {0};
    return FrameSource.of(
        pool -> next[0] < count ? Optional.of(frame(next[0]++, pool)) : Optional.empty());
  }

  @Override
  public void close() {
    scene.close();
  }
}
