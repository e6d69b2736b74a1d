package io.framewire.spi;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.Optional;

/** A source that is read no faster than a number of frames a second. */
final class PacedSource extends ForwardingSource {
  private final double framesPerSecond;
  private final Pace pace;
  private volatile boolean closed;

  PacedSource(FrameSource source, double framesPerSecond) {
    super(source);
    this.framesPerSecond = framesPerSecond;
    this.pace = new Pace(framesPerSecond);
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    pace.await(() -> closed);
    return closed ? Optional.empty() : super.read(pool);
  }

  @Override
  public SourceInfo info() {
    SourceInfo info = super.info();
    double own = info.framesPerSecond().orElse(framesPerSecond);
    return framesPerSecond == 0 ? info : info.withFramesPerSecond(Math.min(own, framesPerSecond));
  }

  @Override
  public void close() {
    closed = true;
    super.close();
  }
}
