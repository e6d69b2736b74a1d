package io.framewire.stabilizer;

import io.framewire.error.ConfigurationException;
import io.framewire.opencv.OpenCv;
import io.framewire.spi.Stabilizer;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/**
 * The options of a stabilizer, from {@link Stabilizers}. They are also known by vidgear's names,
 * for {@link #option}: {@code SMOOTHING_RADIUS}, {@code BORDER_SIZE}, {@code BORDER_TYPE}, {@code
 * CROP_N_ZOOM}. Used by one thread.
 */
public final class StabilizerBuilder {
  private static final int DEFAULT_RADIUS = 25;

  private final TrajectoryFactory trajectories;
  private final IntUnaryOperator lagOfRadius;
  private int smoothingRadius = DEFAULT_RADIUS;
  private int borderSize;
  private BorderType borderType = BorderType.BLACK;
  private boolean cropAndZoom;
  private MotionDetail detail;
  private Consumer<PathPoint> onPath = point -> {};

  StabilizerBuilder(
      TrajectoryFactory trajectories, IntUnaryOperator lagOfRadius, MotionDetail detail) {
    this.trajectories = trajectories;
    this.lagOfRadius = lagOfRadius;
    this.detail = detail;
  }

  /**
   * Over how many frames the path is smoothed, 25 unless set. More is steadier; with {@link
   * Stabilizers#asw} it also delays more.
   *
   * @param frames 2 to 250
   * @return this
   */
  public StabilizerBuilder smoothingRadius(int frames) {
    this.smoothingRadius = frames;
    return this;
  }

  /**
   * A border around the picture, 0 unless set. It makes the frames larger by twice its size, or
   * with {@link #cropAndZoom} is what is cut off.
   *
   * @param pixels 0 to 4096
   * @return this
   */
  public StabilizerBuilder borderSize(int pixels) {
    this.borderSize = pixels;
    return this;
  }

  /**
   * What fills the part that the camera did not see, {@link BorderType#BLACK} unless set.
   *
   * @param type the border type
   * @return this
   */
  public StabilizerBuilder borderType(BorderType type) {
    this.borderType = Objects.requireNonNull(type, "type");
    return this;
  }

  /**
   * Whether {@link #borderSize} is cut off and the rest enlarged to the frame's size, so that the
   * border is not seen. The border type is black then, as with vidgear.
   *
   * @param crop false unless set
   * @return this
   */
  public StabilizerBuilder cropAndZoom(boolean crop) {
    this.cropAndZoom = crop;
    return this;
  }

  /**
   * How closely the camera's motion is looked at.
   *
   * @param motionDetail {@link MotionDetail#FULL} unless set with {@link Stabilizers#asw}, {@link
   *     MotionDetail#REDUCED} otherwise
   * @return this
   */
  public StabilizerBuilder motionDetail(MotionDetail motionDetail) {
    this.detail = Objects.requireNonNull(motionDetail, "motionDetail");
    return this;
  }

  /**
   * Who is told of the camera's path, to draw or to check it.
   *
   * @param listener is called for each frame that leaves, before it does, on the stabilizer's
   *     thread
   * @return this
   */
  public StabilizerBuilder onPath(Consumer<PathPoint> listener) {
    this.onPath = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Sets an option by vidgear's name.
   *
   * @param name {@code SMOOTHING_RADIUS}, {@code BORDER_SIZE}, {@code BORDER_TYPE} or {@code
   *     CROP_N_ZOOM}
   * @param value a number; one of {@code black reflect reflect_101 replicate wrap}; or {@code true}
   *     or {@code false}
   * @return this
   * @throws ConfigurationException if there is no such option, or it has no such value
   */
  public StabilizerBuilder option(String name, String value) {
    return switch (name) {
      case "SMOOTHING_RADIUS" -> smoothingRadius(whole(name, value));
      case "BORDER_SIZE" -> borderSize(whole(name, value));
      case "BORDER_TYPE" -> borderType(BorderType.parse(value));
      case "CROP_N_ZOOM" -> cropAndZoom(truth(name, value));
      default ->
          throw new ConfigurationException(
              "the stabilizer has no option \""
                  + name
                  + "\": use SMOOTHING_RADIUS, BORDER_SIZE, BORDER_TYPE or CROP_N_ZOOM");
    };
  }

  /**
   * Sets several options by vidgear's names.
   *
   * @param options as for {@link #option}
   * @return this
   * @throws ConfigurationException if there is no such option, or it has no such value
   */
  public StabilizerBuilder options(Map<String, String> options) {
    options.forEach(this::option);
    return this;
  }

  /**
   * Makes the stabilizer. It takes {@code |u1} frames of shape {@code [height, width]}, or with 1,
   * 3 or 4 channels; refuses others with a {@link ConfigurationException} and goes on; and gives
   * back frames of the same shape, larger by the border where there is one. It holds as many frames
   * as it delays, which count towards the limit of the pool they came from. Frames in which nothing
   * can be tracked, dark ones for instance, count as unmoved; when the shape changes, the frames of
   * the old one are smoothed as at a stream's end, and the new ones as at its beginning.
   *
   * @return a stabilizer for one stream, used and closed by one thread at a time
   * @throws ConfigurationException if an option is impossible, or OpenCV's native code is missing
   */
  public Stabilizer build() {
    StabilizerOptions options =
        new StabilizerOptions(
            smoothingRadius,
            borderSize,
            cropAndZoom ? BorderType.BLACK : borderType,
            cropAndZoom,
            lagOfRadius.applyAsInt(smoothingRadius),
            detail,
            onPath);
    OpenCv.load();
    return new MotionStabilizer(options, trajectories);
  }

  private static int whole(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException notANumber) {
      throw new ConfigurationException(
          name + " is \"" + value + "\": use a whole number", notANumber);
    }
  }

  private static boolean truth(String name, String value) {
    return switch (value) {
      case "true", "True" -> true;
      case "false", "False" -> false;
      default ->
          throw new ConfigurationException(name + " is \"" + value + "\": use true or false");
    };
  }
}
