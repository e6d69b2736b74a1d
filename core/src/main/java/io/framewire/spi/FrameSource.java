package io.framewire.spi;

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
   * Stops the source and frees what it holds. May be called from another thread than the reader's,
   * which must then return from {@link #read} soon, and more than once.
   */
  @Override
  default void close() {}

  /**
   * A source from a function.
   *
   * @param frames makes the next frame with memory from the pool; empty ends the stream
   * @return the source
   */
  static FrameSource of(Function<FramePool, Optional<Frame>> frames) {
    return frames::apply;
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
