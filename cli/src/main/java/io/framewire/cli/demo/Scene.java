package io.framewire.cli.demo;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.opencv.Mats;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Draws a landscape at dawn: the sun rises, hills pass by, a ball bounces along the road. */
final class Scene {
  static final int WIDTH = 960;
  static final int HEIGHT = 540;
  static final int FRAMES_PER_SECOND = 30;

  private static final int SKY_BANDS = 54;
  private static final int HORIZON = 380;
  private static final int BALL_RADIUS = 34;
  private static final int BALL_STEP = 11;
  private static final int FILLED = -1;

  private final int frames;

  Scene(int frames) {
    this.frames = frames;
  }

  Frame draw(FramePool pool, int number) {
    Frame frame = pool.take(DType.UINT8, HEIGHT, WIDTH, 3);
    try (Mat picture = Mats.view(frame);
        PointerScope scope = new PointerScope()) {
      double dawn = (double) number / frames;
      sky(picture, dawn);
      sun(picture, dawn);
      hills(picture, number / 3, 90, new Scalar(110, 90, 60, 0));
      hills(picture, number, 50, new Scalar(60, 110, 40, 0));
      road(picture, number);
      ball(picture, number);
    }
    return frame;
  }

  private static void sky(Mat picture, double dawn) {
    int band = HORIZON / SKY_BANDS + 1;
    for (int i = 0; i < SKY_BANDS; i++) {
      double height = (double) i / SKY_BANDS;
      Scalar colour =
          new Scalar(150 - 60 * height + 70 * dawn, 60 + 120 * height, 40 + 190 * height * (1.2 - dawn), 0);
      opencv_imgproc.rectangle(picture, new Rect(0, i * band, WIDTH, band), colour, FILLED, 8, 0);
    }
  }

  private static void sun(Mat picture, double dawn) {
    Point centre = new Point(WIDTH * 2 / 3, (int) (HORIZON - dawn * 300));
    opencv_imgproc.circle(picture, centre, 60, new Scalar(90, 200, 255, 0), FILLED, opencv_imgproc.LINE_AA, 0);
    opencv_imgproc.circle(picture, centre, 48, new Scalar(160, 235, 255, 0), FILLED, opencv_imgproc.LINE_AA, 0);
  }

  private static void hills(Mat picture, int shift, int height, Scalar colour) {
    int span = 260;
    for (int x = -(shift * 2 % span); x < WIDTH + span; x += span) {
      opencv_imgproc.ellipse(
          picture, new Point(x, HORIZON + 10), new Size(span * 2 / 3, height), 0, 180, 360, colour, FILLED,
          opencv_imgproc.LINE_AA, 0);
    }
  }

  private static void road(Mat picture, int number) {
    opencv_imgproc.rectangle(
        picture, new Rect(0, HORIZON, WIDTH, HEIGHT - HORIZON), new Scalar(70, 66, 64, 0), FILLED, 8, 0);
    int dash = 120;
    for (int x = -(number * 8 % dash); x < WIDTH; x += dash) {
      opencv_imgproc.rectangle(picture, new Rect(x, 455, 60, 8), new Scalar(210, 230, 235, 0), FILLED, 8, 0);
    }
  }

  private static void ball(Mat picture, int number) {
    int lane = WIDTH - 2 * BALL_RADIUS;
    int way = number * BALL_STEP % (2 * lane);
    int x = BALL_RADIUS + (way < lane ? way : 2 * lane - way);
    int y = 440 - (int) (Math.abs(Math.sin(number * 0.12)) * 230);
    opencv_imgproc.circle(
        picture, new Point(x, y), BALL_RADIUS, new Scalar(60, 50, 220, 0), FILLED, opencv_imgproc.LINE_AA, 0);
    Point light = new Point(x - 11, y - 12);
    opencv_imgproc.circle(picture, light, 8, new Scalar(200, 200, 255, 0), FILLED, opencv_imgproc.LINE_AA, 0);
  }
}
