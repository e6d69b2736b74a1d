package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where frames come from: a camera, a file, a program of your own. Read by one thread at a time. A
 * plugin also has a {@link FrameSourceProvider}; a source used in one program only is a lambda:
 *
 * <pre>{@code
 * FrameSource source = FrameSource.of(pool -> {
 *   Frame frame = pool.take(DType.UINT8, 480, 640, 3);
 *   draw(frame.data());
 *   return Optional.of(frame);
 * });
 * }</pre>
 */
@FunctionalInterface
public interface FrameSource extends AutoCloseable {
  /**
   * Waits for the next frame.
   *
   * @param pool where the frame's memory should come from, so that it is reused and sent without a
   *     copy; a frame with other memory works too
   * @return a frame that the caller owns and closes; empty at the end, and from then on
   * @throws SourceException if the source broke, or did not deliver within its own time limit
   */
  Optional<Frame> read(FramePool pool);

  /**
   * What is known about the frames. May be asked by any thread at any time, and does not wait; what
   * is not known at first may be known after the first frame.
   *
   * @return size, rate and more; {@link SourceInfo#UNKNOWN} by default
   */
  default SourceInfo info() {
    return SourceInfo.UNKNOWN;
  }

  /**
   * What happened so far. May be asked by any thread at any time, and does not wait.
   *
   * @return a snapshot; {@link SourceStatistics#NONE} by default
   */
  default SourceStatistics statistics() {
    return SourceStatistics.NONE;
  }

  /**
   * Changes an option while the source runs, from the next frame on or soon after. May be called by
   * any thread.
   *
   * @param option its name, as the source's provider documents it
   * @param value what it is to be
   * @throws ConfigurationException if there is no such option, it cannot be changed while the
   *     source runs, as by default, or the value is impossible; it names option and value
   */
  default void set(String option, String value) {
    throw new ConfigurationException(
        "option "
            + option
            + " cannot be set to \""
            + value
            + "\" while this source runs: set it when the source is opened, if it has that option");
  }

  /**
   * Whether what {@link #set} changed is to be changed again in the source that takes this one's
   * place, when it is opened anew or played again. Called by any thread.
   *
   * @param option its name, as for {@link #set}
   * @return true by default; false for an option that says where to go on in the frames, which
   *     holds once
   */
  default boolean lasts(String option) {
    return true;
  }

  /**
   * Whether this source has data to go with its frames. One that has none cannot be sent in
   * bidirectional mode.
   *
   * @return false by default; true where {@link #data} is implemented
   */
  default boolean yieldsData() {
    return false;
  }

  /**
   * What goes with the frame that {@link #read} last returned, in bidirectional mode: a plain value
   * as {@link io.framewire.wire.Message} lists them. Asked at most once after each frame.
   *
   * @return the value; empty, as by default, for none
   */
  default Optional<Object> data() {
    return Optional.empty();
  }

  /**
   * Stops the source and frees what it holds, but for the frames that were read. From then on it is
   * at its end. May be called from another thread than the reader's, which must then return from
   * {@link #read} soon, and more than once.
   */
  @Override
  default void close() {}

  /**
   * A source from a function, which is not asked any more once the source is closed.
   *
   * @param frames makes the next frame with memory from the pool; empty ends the stream
   * @return the source
   */
  static FrameSource of(Function<FramePool, Optional<Frame>> frames) {
    return new InlineSource(frames);
  }

  /**
   * A source from a function that makes frames with data, for bidirectional mode.
   *
   * @param frames makes the next frame and its data; empty ends the stream
   * @return the source
   */
  static FrameSource withData(Function<FramePool, Optional<FrameAndData>> frames) {
    return new InlineDataSource(frames);
  }

  /**
   * This source with its frames passed through a transform, which runs on the thread that reads.
   *
   * @param transform what makes another frame of each
   * @return the transformed source; closing it closes this one
   */
  default FrameSource transform(FrameTransform transform) {
    return new TransformedSource(this, transform);
  }

  /**
   * This source read no faster than that, so that a file plays at its speed. Frames that a live
   * source delivers faster wait in it, or are lost, as its own way is.
   *
   * @param framesPerSecond the most frames a second; 0 for no limit
   * @return the paced source; closing it closes this one and ends its wait
   * @throws ConfigurationException if it is negative or no number
   */
  default FrameSource rate(double framesPerSecond) {
    return new PacedSource(this, framesPerSecond);
  }

  /**
   * This source with a stabilizer behind it. Closing the result closes both.
   *
   * @param stabilizer what to pass each frame through
   * @return the stabilized source, which yields the frames the stabilizer still holds after this
   *     one's last
   */
  default FrameSource stabilized(Stabilizer stabilizer) {
    return new StabilizedSource(this, stabilizer);
  }
}
