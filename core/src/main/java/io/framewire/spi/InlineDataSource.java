package io.framewire.spi;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A function as a source of frames with data, which is at its end when it is closed. */
final class InlineDataSource implements FrameSource {
  private final Function<FramePool, Optional<FrameAndData>> frames;
  private Optional<Object> data = Optional.empty();
  private volatile boolean closed;

  InlineDataSource(Function<FramePool, Optional<FrameAndData>> frames) {
    this.frames = Objects.requireNonNull(frames, "frames");
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    Optional<FrameAndData> next = closed ? Optional.empty() : frames.apply(pool);
    data = next.flatMap(FrameAndData::data);
    return next.map(FrameAndData::frame);
  }

  @Override
  public boolean yieldsData() {
    return true;
  }

  @Override
  public Optional<Object> data() {
    return data;
  }

  @Override
  public void close() {
    closed = true;
  }
}
