package io.framewire.interop;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.phaseCorrelate;

import io.framewire.file.ImageFiles;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.opencv.Mats;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2d;
import org.bytedeco.opencv.opencv_core.Rect;

/** A wall of coloured tiles under a camera that trembles, and how much frames tremble. */
final class ShakenPicture {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final int MARGIN = 16;
  private static final int TILE = 12;
  private static final double RATE = 30;

  /** What the stabilizers leave of a frame's rim is not looked at. */
  private static final Rect MIDDLE = new Rect(60, 50, WIDTH - 120, HEIGHT - 100);

  private ShakenPicture() {}

  /** Writes pictures {@code 000.png} and so on. */
  static void write(Path folder, int count) {
    for (int index = 0; index < count; index++) {
      double time = 2 * Math.PI * index / RATE;
      int x = (int) Math.round(5 * Math.sin(2.9 * time) + 3 * Math.sin(4.7 * time + 1));
      int y = (int) Math.round(5 * Math.sin(2.3 * time + 2) + 3 * Math.sin(4.1 * time));
      try (Frame frame = tiles(MARGIN + x, MARGIN + y)) {
        ImageFiles.write(frame, folder.resolve("%03d.png".formatted(index)));
      }
    }
  }

  private static Frame tiles(int left, int top) {
    Frame frame = FramePool.unpooled().take(DType.UINT8, HEIGHT, WIDTH, 3);
    ByteBuffer data = frame.data();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        byte[] colour = new byte[3];
        new Random((top + y) / TILE * 1000L + (left + x) / TILE).nextBytes(colour);
        data.put(colour);
      }
    }
    return frame;
  }

  /** The mean distance from frame to frame, in pixels. */
  static double tremble(List<Frame> frames) {
    double sum = 0;
    for (int index = 1; index < frames.size(); index++) {
      try (Mat before = middle(frames.get(index - 1));
          Mat now = middle(frames.get(index));
          Point2d shift = phaseCorrelate(before, now)) {
        sum += Math.hypot(shift.x(), shift.y());
      }
    }
    return sum / (frames.size() - 1);
  }

  private static Mat middle(Frame frame) {
    Mat middle = new Mat();
    try (Mat picture = Mats.view(frame);
        Mat grey = new Mat();
        Mat part = new Mat(picture, MIDDLE)) {
      cvtColor(part, grey, COLOR_BGR2GRAY);
      grey.convertTo(middle, CV_32F);
    }
    return middle;
  }
}
