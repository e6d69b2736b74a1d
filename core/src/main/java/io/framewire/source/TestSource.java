package io.framewire.source;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import java.util.Optional;

/** The synthetic picture as an endless source. */
final class TestSource implements FrameSource {
  private final TestPicture picture;
  private final Pace pace;
  private final boolean unchanging;
  private volatile boolean closed;
  private long step;

  TestSource(TestPicture picture, double framesPerSecond, boolean unchanging) {
    this.picture = picture;
    this.pace = new Pace(framesPerSecond);
    this.unchanging = unchanging;
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    pace.await(() -> closed);
    if (closed) {
      return Optional.empty();
    }
    return Optional.of(picture.draw(pool, unchanging ? 0 : step++));
  }

  @Override
  public void close() {
    closed = true;
  }
}
