package io.framewire.source.picamera;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import java.util.Optional;

/** Reads frames whose pixels are all of one level. */
final class Reading {
  private Reading() {}

  /** The level of the next frame's pixels. */
  static int level(FrameSource source) {
    try (Frame frame = source.read(FramePool.unpooled()).orElseThrow()) {
      return frame.data().get(0) & 255;
    }
  }

  /** Reads until the end or an error. */
  static int rest(FrameSource source) {
    int count = 0;
    try (FramePool pool = new FramePool()) {
      for (Optional<Frame> next = source.read(pool); next.isPresent(); next = source.read(pool)) {
        next.get().close();
        count++;
      }
    }
    return count;
  }
}
