package io.framewire.stabilizer;

import static org.bytedeco.opencv.global.opencv_core.CMP_EQ;
import static org.bytedeco.opencv.global.opencv_core.CMP_GT;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.bitwise_and;
import static org.bytedeco.opencv.global.opencv_core.compare;
import static org.bytedeco.opencv.global.opencv_core.findNonZero;
import static org.bytedeco.opencv.global.opencv_core.minMaxLoc;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** How much of a corner each pixel of a picture is, and which are so more than those about them. */
final class CornerMap implements AutoCloseable {
  private static final int STRIP_ROWS = 32;

  private final int width;
  private final int height;
  private final Mat strength;
  private final Mat scratch;
  private final Mat strongestAbout;
  private final Mat peaks;
  private final Mat strong;
  private final Mat places = new Mat();
  private final Mat everywhere = new Mat();
  private final Mat bound = new Mat(1, 1, CV_64FC1);
  private final DoublePointer strongest = new DoublePointer(1);
  private final DoubleBuffer boundValue = bound.createBuffer();
  private final FloatBuffer strengthValues;
  private final List<Strip> strips = new ArrayList<>();
  private long[] candidates = new long[1 << 12];

  CornerMap(int width, int height) {
    this.width = width;
    this.height = height;
    strength = new Mat(height, width, CV_32FC1);
    scratch = new Mat(STRIP_ROWS + 2, width, CV_32FC1);
    strongestAbout = new Mat(height, width, CV_32FC1);
    peaks = new Mat(height, width, CV_8UC1);
    strong = new Mat(height, width, CV_8UC1);
    strengthValues = strength.createBuffer();
    for (int row = 0; row < height; row += STRIP_ROWS) {
      strips.add(new Strip(row, Math.min(height, row + STRIP_ROWS), scratch, strength));
    }
  }

  /**
   * Finds the peaks of at least a share of the strongest one's strength, not at the edge.
   *
   * @return how many; they are {@link #column} and {@link #row} from 0, the strongest first
   */
  int find(Mat picture, double quality) {
    strips.forEach(strip -> strip.measure(picture));
    minMaxLoc(strength, null, strongest, null, null, everywhere);
    boundValue.put(0, (float) (strongest.get() * quality));
    dilate(strength, strongestAbout, everywhere);
    compare(strength, strongestAbout, peaks, CMP_EQ);
    compare(strength, bound, strong, CMP_GT);
    bitwise_and(peaks, strong, peaks, everywhere);
    findNonZero(peaks, places);
    return sortCandidates();
  }

  private int sortCandidates() {
    int found = places.rows();
    if (found == 0) {
      return 0;
    }
    if (candidates.length < found) {
      candidates = new long[2 * found];
    }
    IntBuffer points = places.createBuffer();
    int count = 0;
    for (int index = 0; index < found; index++) {
      int column = points.get(2 * index);
      int row = points.get(2 * index + 1);
      if (column > 0 && row > 0 && column < width - 1 && row < height - 1) {
        candidates[count++] = candidate(row * width + column);
      }
    }
    Arrays.sort(candidates, 0, count);
    return reversed(count);
  }

  /** Sorts as OpenCV does: by strength, which is positive, then by place, the largest first. */
  private long candidate(int place) {
    return (long) Float.floatToRawIntBits(strengthValues.get(place)) << Integer.SIZE | place;
  }

  private int reversed(int count) {
    for (int index = 0; index < count / 2; index++) {
      long weak = candidates[index];
      candidates[index] = candidates[count - 1 - index];
      candidates[count - 1 - index] = weak;
    }
    return count;
  }

  int column(int index) {
    return (int) candidates[index] % width;
  }

  int row(int index) {
    return (int) candidates[index] / width;
  }

  @Override
  public void close() {
    strips.forEach(Strip::close);
    for (Mat mat :
        List.of(strength, scratch, strongestAbout, peaks, strong, places, everywhere, bound)) {
      mat.close();
    }
    strongest.close();
  }
}
