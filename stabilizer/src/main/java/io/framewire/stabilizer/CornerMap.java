package io.framewire.stabilizer;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * How much of a corner each pixel of a picture is, and which are so more than those about them. As
 * OpenCV does with its own loops, the work is spread over the processors, here by Java's common
 * pool.
 */
final class CornerMap implements AutoCloseable {
  private static final int MOST_BANDS = 4;

  private final int width;
  private final Mat strength;
  private final List<Band> bands = new ArrayList<>();
  private long[] candidates = new long[1 << 12];
  private int count;

  CornerMap(int width, int height) {
    this.width = width;
    strength = new Mat(height, width, CV_32FC1);
    int number = Math.min(MOST_BANDS, Runtime.getRuntime().availableProcessors());
    int rows = (height + number - 1) / number;
    for (int row = 0; row < height; row += rows) {
      bands.add(new Band(row, Math.min(height, row + rows), strength));
    }
  }

  /**
   * Finds the peaks of at least a share of the strongest one's strength, not at the edge.
   *
   * @return how many; they are {@link #column} and {@link #row} from 0, the strongest first
   */
  int find(Mat picture, double quality) {
    double strongest =
        bands.parallelStream().mapToDouble(band -> band.measure(picture)).max().orElse(0);
    float least = (float) (strongest * quality);
    bands.parallelStream().forEach(band -> band.findPeaks(least));
    sort();
    return count;
  }

  private void sort() {
    int total = bands.stream().mapToInt(Band::count).sum();
    if (candidates.length < total) {
      candidates = new long[2 * total];
    }
    count = 0;
    for (Band band : bands) {
      band.copyTo(candidates, count);
      count += band.count();
    }
    Arrays.sort(candidates, 0, count);
  }

  int column(int index) {
    return place(index) % width;
  }

  int row(int index) {
    return place(index) / width;
  }

  private int place(int index) {
    return (int) candidates[count - 1 - index];
  }

  @Override
  public void close() {
    bands.forEach(Band::close);
    strength.close();
  }
}
