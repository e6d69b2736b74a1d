package io.framewire.stabilizer;

import static org.bytedeco.opencv.global.opencv_core.CMP_EQ;
import static org.bytedeco.opencv.global.opencv_core.CMP_GT;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
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

/**
 * The part of a picture in which one thread measures corners, strip by strip: what OpenCV needs in
 * between, nine floats for each pixel, then stays in the processor's cache. For a whole picture it
 * takes three times as long.
 */
final class Band implements AutoCloseable {
  static final long NONE = 0;

  private static final int MOST_STRIP_ROWS = 32;

  private final int width;
  private final int height;
  private final List<Strip> strips = new ArrayList<>();
  private final Mat scratch;
  private final Mat strongestAbout = new Mat();
  private final Mat strongestHere = new Mat();
  private final Mat strong = new Mat();
  private final Mat places = new Mat();
  private final Mat everywhere = new Mat();
  private final Mat bound = new Mat(1, 1, CV_64FC1);
  private final DoubleBuffer boundValue = bound.createBuffer();
  private final DoublePointer most = new DoublePointer(1);
  private final FloatBuffer values;
  private long[] peaks = new long[1 << 10];
  private int count;

  /** Some rows of a picture's measure. */
  Band(int firstRow, int lastRow, Mat strength) {
    width = strength.cols();
    height = strength.rows();
    values = strength.createBuffer();
    int rows = lastRow - firstRow;
    // of one height where possible, so that OpenCV's matrices keep their size
    int stripRows = ceilDiv(rows, ceilDiv(rows, MOST_STRIP_ROWS));
    scratch = new Mat(stripRows + 2, width, CV_32FC1);
    for (int row = firstRow; row < lastRow; row += stripRows) {
      strips.add(new Strip(row, Math.min(lastRow, row + stripRows), scratch, strength));
    }
  }

  /** Measures these rows of a picture; the strongest corner's strength. */
  double measure(Mat picture) {
    double strongest = 0;
    for (Strip strip : strips) {
      strip.measure(picture);
      minMaxLoc(strip.strength(), null, most, null, null, everywhere);
      strongest = Math.max(strongest, most.get());
    }
    return strongest;
  }

  /** Finds the peaks above a strength, not at the picture's edge, once all of it was measured. */
  void findPeaks(double least) {
    count = 0;
    boundValue.put(0, least);
    for (Strip strip : strips) {
      Mat strength = strip.strength();
      dilate(strength, strongestAbout, everywhere);
      compare(strength, strongestAbout, strongestHere, CMP_EQ);
      compare(strength, bound, strong, CMP_GT);
      bitwise_and(strongestHere, strong, strong, everywhere);
      findNonZero(strong, places);
      add(strip.firstRow());
    }
    Arrays.sort(peaks, 0, count);
  }

  private void add(int firstRow) {
    int found = places.rows();
    if (found == 0) {
      return;
    }
    if (peaks.length < count + found) {
      peaks = Arrays.copyOf(peaks, 2 * (count + found));
    }
    IntBuffer points = places.createBuffer();
    for (int index = 0; index < found; index++) {
      int column = points.get(2 * index);
      int row = firstRow + points.get(2 * index + 1);
      if (column > 0 && row > 0 && column < width - 1 && row < height - 1) {
        peaks[count++] = peakAt(row * width + column);
      }
    }
  }

  /** In OpenCV's order: by strength, which is positive, then by place. */
  private long peakAt(int place) {
    return (long) Float.floatToRawIntBits(values.get(place)) << Integer.SIZE | place;
  }

  /**
   * The strongest peak left, its strength in the upper half and its place in the lower; or none.
   */
  long peak() {
    return count == 0 ? NONE : peaks[count - 1];
  }

  /** Goes on to the next weaker one. */
  void takePeak() {
    count = Math.max(0, count - 1);
  }

  private static int ceilDiv(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  @Override
  public void close() {
    strips.forEach(Strip::close);
    List.of(scratch, strongestAbout, strongestHere, strong, places, everywhere, bound)
        .forEach(Mat::close);
    most.close();
  }
}
