package io.framewire.source.picamera;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import java.util.List;
import java.util.Optional;

/**
 * A camera that the camera tool found. Immutable.
 *
 * @param index the number to open it by
 * @param sensor the sensor's model, {@code imx708} for instance
 * @param properties what else the tool says of the sensor, {@code 4608x2592 10-bit RGGB} for
 *     instance; empty for nothing
 * @param id libcamera's name for the camera
 * @param modes what the sensor can do
 */
public record PiCamera(int index, String sensor, String properties, String id, List<Mode> modes) {
  /**
   * Copies the modes.
   *
   * @param index the number to open it by
   * @param sensor the sensor's model, {@code imx708} for instance
   * @param properties what else the tool says of the sensor, {@code 4608x2592 10-bit RGGB} for
   *     instance; empty for nothing
   * @param id libcamera's name for the camera
   * @param modes what the sensor can do
   */
  public PiCamera {
    modes = List.copyOf(modes);
  }

  /**
   * One way for a sensor to take pictures. Immutable.
   *
   * @param format libcamera's name of the sensor's pixel format, {@code SRGGB10_CSI2P} for instance
   * @param width of the sensor's pictures in pixels
   * @param height of the sensor's pictures in pixels
   * @param fps the most pictures in a second; NaN where the tool does not know
   */
  public record Mode(String format, int width, int height, double fps) {}

  /**
   * Asks the camera tool on the PATH for the cameras there are, within ten seconds.
   *
   * @return the cameras, by index; none where the tool finds none
   * @throws ConfigurationException if the camera tool is not installed; it says how to get it
   * @throws SourceException if the tool fails; it says why
   */
  public static List<PiCamera> list() {
    return CameraList.of(Tool.require(Optional.empty()));
  }
}
