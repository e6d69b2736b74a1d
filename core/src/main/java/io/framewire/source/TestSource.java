package io.framewire.source;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.spi.Pace;
import io.framewire.spi.SourceInfo;
import java.util.Optional;

/** The synthetic picture as an endless source. */
final class TestSource implements FrameSource {
  private final TestPicture picture;
  private final Pace pace;
  private final SourceInfo info;
  private final boolean unchanging;
  private volatile boolean closed;
  private long step;

  TestSource(TestPicture picture, double framesPerSecond, boolean unchanging) {
    this.picture = picture;
    this.pace = new Pace(framesPerSecond);
    this.info = info(picture, framesPerSecond);
    this.unchanging = unchanging;
  }

  private static SourceInfo info(TestPicture picture, double framesPerSecond) {
    SourceInfo sized = SourceInfo.UNKNOWN.withSize(picture.width(), picture.height());
    return framesPerSecond == 0 ? sized : sized.withFramesPerSecond(framesPerSecond);
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
  public SourceInfo info() {
    return info;
  }

  @Override
  public void close() {
    closed = true;
  }
}
