package io.framewire.spi;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;

/**
 * Makes another frame of each: another size, colours, a caption. Called by one thread at a time, in
 * the order of the frames.
 */
@FunctionalInterface
public interface FrameTransform {
  /**
   * Takes one frame and gives one back.
   *
   * @param frame the next frame; the transform's from here on, who may change it in place, and
   *     closes it unless it gives it back, also when it throws
   * @param pool where the result's memory should come from
   * @return a frame the caller owns and closes; may be the one that was given, and is never null
   */
  Frame apply(Frame frame, FramePool pool);
}
