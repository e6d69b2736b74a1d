package io.framewire.spi;

import io.framewire.frame.Frame;

/** The size of the last frame, where only the frames tell. Safe for use by several threads. */
final class LastSize {
  private volatile SourceInfo last = SourceInfo.UNKNOWN;

  Frame seen(Frame frame) {
    SourceInfo known = last;
    boolean same =
        frame.rank() >= 2
            && known.width().orElse(0) == frame.dimension(1)
            && known.height().orElse(0) == frame.dimension(0);
    if (!same) {
      last = SourceInfo.UNKNOWN.withSizeOf(frame);
    }
    return frame;
  }

  /** What is known of a source with that size in place of its own. */
  SourceInfo in(SourceInfo info) {
    SourceInfo known = last;
    return new SourceInfo(
        known.width(), known.height(), info.framesPerSecond(), info.metadata(), info.live());
  }
}
