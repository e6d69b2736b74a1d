package io.framewire.spi;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A function as a source, which is at its end when it is closed. */
final class InlineSource implements FrameSource {
  private final Function<FramePool, Optional<Frame>> frames;
  private volatile boolean closed;

  InlineSource(Function<FramePool, Optional<Frame>> frames) {
    this.frames = Objects.requireNonNull(frames, "frames");
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    return closed ? Optional.empty() : frames.apply(pool);
  }

  @Override
  public void close() {
    closed = true;
  }
}
