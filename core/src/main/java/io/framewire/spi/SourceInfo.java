package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.Frame;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a source says about the frames it yields. Immutable.
 *
 * @param width pixels in a row; empty where it is not known, yet
 * @param height rows; empty where it is not known, yet
 * @param framesPerSecond how many frames a second are meant to be shown; empty where that is not
 *     known
 * @param metadata free facts by name, in the order they were added: {@code title}, {@code codec},
 *     {@code backend} for instance
 * @param live whether frames come at their own time, as a camera's do, and so grow old when nobody
 *     reads them; false for a file
 */
public record SourceInfo(
    OptionalInt width,
    OptionalInt height,
    OptionalDouble framesPerSecond,
    Map<String, String> metadata,
    boolean live) {
  /** Nothing is known, and frames come when they are read. */
  public static final SourceInfo UNKNOWN =
      new SourceInfo(
          OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty(), Map.of(), false);

  /**
   * Copies the metadata.
   *
   * @param width pixels in a row; empty where it is not known
   * @param height rows; empty where it is not known
   * @param framesPerSecond how many frames a second; empty where it is not known
   * @param metadata free facts by name
   * @param live whether frames come at their own time
   * @throws ConfigurationException if a size or rate is not above 0; it names the value
   */
  public SourceInfo {
    Objects.requireNonNull(width, "width");
    Objects.requireNonNull(height, "height");
    if (width.orElse(1) < 1 || height.orElse(1) < 1) {
      throw new ConfigurationException(
          "a source's size is " + width + " x " + height + ": use 1 or more, or leave it out");
    }
    double rate = framesPerSecond.orElse(1);
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new ConfigurationException(
          "a source's rate is " + rate + " frames a second: use more than 0, or leave it out");
    }
    metadata.forEach(SourceInfo::requireFact);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  private static void requireFact(String name, String value) {
    Objects.requireNonNull(name, "a name in the metadata");
    Objects.requireNonNull(value, () -> "the metadata's value of " + name);
  }

  /**
   * The same with this size.
   *
   * @param width pixels in a row, 1 or more
   * @param height rows, 1 or more
   * @return a copy
   * @throws ConfigurationException if one is below 1
   */
  public SourceInfo withSize(int width, int height) {
    return new SourceInfo(
        OptionalInt.of(width), OptionalInt.of(height), framesPerSecond, metadata, live);
  }

  /**
   * The same with the size of a frame, which is unknown for one of less than two dimensions.
   *
   * @param frame of shape {@code [height, width, …]}; stays the caller's
   * @return a copy
   */
  public SourceInfo withSizeOf(Frame frame) {
    return frame.rank() < 2 || frame.byteSize() == 0
        ? withoutSize()
        : withSize(frame.dimension(1), frame.dimension(0));
  }

  /**
   * The same without a size.
   *
   * @return a copy
   */
  public SourceInfo withoutSize() {
    return new SourceInfo(
        OptionalInt.empty(), OptionalInt.empty(), framesPerSecond, metadata, live);
  }

  /**
   * The same at this rate.
   *
   * @param framesPerSecond more than 0
   * @return a copy
   * @throws ConfigurationException if it is not above 0
   */
  public SourceInfo withFramesPerSecond(double framesPerSecond) {
    return new SourceInfo(width, height, OptionalDouble.of(framesPerSecond), metadata, live);
  }

  /**
   * The same with one fact more, or another value for one.
   *
   * @param name what it is about, {@code title} for instance
   * @param value what is so
   * @return a copy
   */
  public SourceInfo withMetadata(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(metadata);
    more.put(name, value);
    return new SourceInfo(width, height, framesPerSecond, more, live);
  }

  /**
   * The same, live or not.
   *
   * @param live whether frames come at their own time
   * @return a copy
   */
  public SourceInfo withLive(boolean live) {
    return new SourceInfo(width, height, framesPerSecond, metadata, live);
  }
}
