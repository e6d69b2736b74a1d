package io.framewire.stabilizer;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** A list of points with room for a fixed number, over OpenCV's memory. */
final class Points implements AutoCloseable {
  private final Mat room;
  private final FloatBuffer values;
  private int count;

  Points(int most) {
    room = new Mat(most, 1, CV_32FC2);
    values = room.createBuffer();
  }

  void clear() {
    count = 0;
  }

  void add(float x, float y) {
    values.put(2 * count, x).put(2 * count + 1, y);
    count++;
  }

  int count() {
    return count;
  }

  float x(int index) {
    return values.get(2 * index);
  }

  float y(int index) {
    return values.get(2 * index + 1);
  }

  /** The points there are, for OpenCV, over the same memory; the caller closes it. */
  Mat view() {
    return room.rowRange(0, count);
  }

  @Override
  public void close() {
    room.close();
  }
}
