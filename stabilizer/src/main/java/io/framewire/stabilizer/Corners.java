package io.framewire.stabilizer;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Finds the corners that are good to track, as Shi and Tomasi have it: the points that OpenCV's
 * {@code goodFeaturesToTrack} finds, in the same order. As OpenCV does with its own loops, the work
 * is spread over the processors, here by Java's common pool.
 */
final class Corners implements AutoCloseable {
  static final int MOST = 200;

  private static final double QUALITY = 0.05;
  private static final int MOST_BANDS = 4;

  private final int width;
  private final Mat strength;
  private final List<Band> bands = new ArrayList<>();
  private final Spacing spacing;

  /** For pictures of one size. */
  Corners(int width, int height, double leastDistance) {
    this.width = width;
    spacing = new Spacing(width, height, leastDistance, MOST);
    strength = new Mat(height, width, CV_32FC1);
    int number = Math.min(MOST_BANDS, Runtime.getRuntime().availableProcessors());
    int rows = (height + number - 1) / number;
    for (int row = 0; row < height; row += rows) {
      bands.add(new Band(row, Math.min(height, row + rows), strength));
    }
  }

  void find(Mat picture, Points found) {
    double strongest =
        bands.parallelStream().mapToDouble(band -> band.measure(picture)).max().orElse(0);
    float least = (float) (strongest * QUALITY);
    bands.parallelStream().forEach(band -> band.findPeaks(least));
    found.clear();
    spacing.clear();
    for (long peak = nextPeak(); peak != Band.NONE && found.count() < MOST; peak = nextPeak()) {
      int place = (int) peak;
      if (spacing.add(place % width, place / width)) {
        found.add(place % width, place / width);
      }
    }
  }

  /** The strongest that is left in any band. */
  private long nextPeak() {
    Band strongest = bands.get(0);
    for (Band band : bands) {
      if (band.peak() > strongest.peak()) {
        strongest = band;
      }
    }
    long peak = strongest.peak();
    strongest.takePeak();
    return peak;
  }

  @Override
  public void close() {
    bands.forEach(Band::close);
    strength.close();
  }
}
