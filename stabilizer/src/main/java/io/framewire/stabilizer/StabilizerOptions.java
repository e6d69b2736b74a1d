package io.framewire.stabilizer;

import io.framewire.error.ConfigurationException;
import java.util.function.Consumer;

/** The options of a stabilizer, checked. */
record StabilizerOptions(
    int smoothingRadius,
    int borderSize,
    BorderType borderType,
    boolean cropAndZoom,
    int lag,
    MotionDetail detail,
    Consumer<PathPoint> onPath) {
  private static final int LEAST_RADIUS = 2;
  private static final int MOST_FRAMES = 250;
  private static final int LARGEST_BORDER = 4096;

  StabilizerOptions {
    require("SMOOTHING_RADIUS", smoothingRadius, LEAST_RADIUS, MOST_FRAMES, "frames");
    require("the lag", lag, 0, MOST_FRAMES, "frames");
    require("BORDER_SIZE", borderSize, 0, LARGEST_BORDER, "pixels");
  }

  /** Refuses pictures that the crop leaves nothing of. */
  void requireRoomToCrop(int width, int height) {
    int shorter = Math.min(width, height);
    if (cropAndZoom && 2 * borderSize >= shorter) {
      throw new ConfigurationException(
          "CROP_N_ZOOM with a BORDER_SIZE of "
              + borderSize
              + " leaves nothing of a picture of "
              + width
              + "x"
              + height
              + ": use less than "
              + (shorter + 1) / 2);
    }
  }

  private static void require(String name, int value, int least, int most, String unit) {
    if (value < least || value > most) {
      throw new ConfigurationException(
          name + " is " + value + ": use " + least + " to " + most + " " + unit);
    }
  }
}
