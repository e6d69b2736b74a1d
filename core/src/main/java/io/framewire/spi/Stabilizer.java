package io.framewire.spi;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.Optional;

/** Takes the shake out of a stream of frames. Used by one thread at a time. */
public interface Stabilizer extends AutoCloseable {
  /**
   * Takes one frame and gives a steady one back, usually an earlier one. As many come out as went
   * in, in the same order.
   *
   * @param frame the next frame; owned and closed by the stabilizer from here on, also when it
   *     throws
   * @param pool where the result's memory should come from
   * @return a frame the caller owns and closes; empty while the stabilizer is still filling its
   *     window
   */
  Optional<Frame> stabilize(Frame frame, FramePool pool);

  /**
   * Gives back the frames it still holds, one for each call, after the last frame went in.
   *
   * @param pool where the result's memory should come from
   * @return a frame the caller owns and closes; empty when there is none left
   */
  Optional<Frame> flush(FramePool pool);

  /** Frees what it holds. Can be called twice. */
  @Override
  void close();
}
