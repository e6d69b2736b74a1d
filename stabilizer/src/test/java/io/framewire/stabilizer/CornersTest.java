package io.framewire.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.goodFeaturesToTrack;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.opencv.Mats;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CornersTest {
  @ParameterizedTest
  @CsvSource({"320, 240", "321, 97", "640, 480", "100, 65", "48, 33"})
  void areThoseThatOpenCvFindsInTheSameOrder(int width, int height) {
    try (Clip clip = new Clip(width, height);
        FramePool pool = new FramePool();
        Frame frame = clip.frame(3, pool);
        Mat picture = Mats.view(frame);
        Mat grey = new Mat(height, width, CV_8UC1);
        Corners corners = new Corners(width, height, 10);
        Points found = new Points(Corners.MOST)) {
      cvtColor(picture, grey, COLOR_BGR2GRAY);
      corners.find(grey, found);
      assertThat(list(found)).isEqualTo(openCvs(grey)).isNotEmpty();
    }
  }

  @Test
  void thereAreNoneInAPictureOfOneColour() {
    try (Mat grey = new Mat(60, 80, CV_8UC1, new Scalar(128));
        Corners corners = new Corners(80, 60, 10);
        Points found = new Points(Corners.MOST)) {
      corners.find(grey, found);
      assertThat(found.count()).isZero();
    }
  }

  private static List<String> list(Points points) {
    List<String> list = new ArrayList<>();
    for (int index = 0; index < points.count(); index++) {
      list.add(points.x(index) + " " + points.y(index));
    }
    return list;
  }

  private static List<String> openCvs(Mat grey) {
    List<String> list = new ArrayList<>();
    try (Mat corners = new Mat();
        Mat everywhere = new Mat()) {
      goodFeaturesToTrack(grey, corners, Corners.MOST, 0.05, 10, everywhere, 3, false, 0.04);
      FloatBuffer values = corners.createBuffer();
      while (values.hasRemaining()) {
        list.add(values.get() + " " + values.get());
      }
    }
    return list;
  }
}
