package io.framewire.benchmarks.decode;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.nio.file.Path;
import java.util.Optional;

/** A clip read from end to end, the opening included. */
record Round(int frames, double seconds) {
  private static final double NANOS = 1e9;

  /** Reads one here. */
  static Round read(Path clip) {
    long start = System.nanoTime();
    int frames = 0;
    try (FramePool pool = new FramePool();
        FrameSource source = FrameSources.open(clip.toString())) {
      Optional<Frame> next = source.read(pool);
      while (next.isPresent()) {
        next.get().close();
        frames++;
        next = source.read(pool);
      }
    }
    return new Round(frames, (System.nanoTime() - start) / NANOS);
  }

  double framesPerSecond() {
    return frames / seconds;
  }
}
