package io.framewire.tck;

import io.framewire.error.FramewireException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceInfo;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** So many small frames, or with a negative number a camera that delivers two and then waits. */
final class TinySource implements FrameSource {
  private static final int WIDTH = 6;
  private static final int HEIGHT = 4;
  private static final int BEFORE_IT_WAITS = 2;

  private final SourceFlaw flaw;
  private final int frames;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch threadsEnd;
  private int given;
  private boolean ended;
  private ByteBuffer lastPixels;

  TinySource(SourceFlaw flaw, int frames) {
    this.flaw = flaw;
    this.frames = flaw == SourceFlaw.DROPS_THE_LAST_FRAME ? frames - 1 : frames;
    threadsEnd =
        switch (flaw) {
          case HAS_THREADS_THAT_KEEP_THE_PROGRAM -> Forgotten.thread("tiny", false);
          case HAS_NAMELESS_THREADS -> Forgotten.thread("Thread-7", true);
          default -> Forgotten.thread("tiny", true);
        };
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    if (flaw == SourceFlaw.SWALLOWS_INTERRUPTS) {
      Thread.interrupted();
    }
    if (flaw == SourceFlaw.CLOSE_WAITS_FOR_THE_READER) {
      synchronized (this) {
        return next(pool);
      }
    }
    return next(pool);
  }

  private Optional<Frame> next(FramePool pool) {
    if (isClosed() && flaw != SourceFlaw.GOES_ON_AFTER_THE_CLOSE
        || flaw == SourceFlaw.YIELDS_NOTHING) {
      return Optional.empty();
    }
    if (frames < 0 && given == BEFORE_IT_WAITS) {
      return waitForTheClose();
    }
    if (frames >= 0 && given >= frames) {
      if (flaw == SourceFlaw.BEGINS_AGAIN_AFTER_THE_END && !ended) {
        given = 0;
      }
      ended = true;
      return flaw == SourceFlaw.GIVES_NULL_AT_THE_END ? null : Optional.empty();
    }
    return Optional.of(draw(pool));
  }

  private Optional<Frame> waitForTheClose() {
    if (flaw == SourceFlaw.READ_DOES_NOT_NOTICE_THE_CLOSE) {
      Forgotten.awaitEnd(new CountDownLatch(1));
    }
    try {
      closed.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    if (flaw == SourceFlaw.BREAKS_WHEN_CLOSED_WHILE_IT_READS) {
      throw new IllegalStateException("closed");
    }
    return Optional.empty();
  }

  private Frame draw(FramePool pool) {
    Frame frame = take(pool);
    if (flaw == SourceFlaw.OVERWRITES_EARLIER_FRAMES && lastPixels != null) {
      Contents.fill(lastPixels.duplicate().rewind(), given);
    }
    lastPixels = frame.data();
    Contents.fill(frame.data(), given++);
    if (flaw == SourceFlaw.LEAKS_A_FRAME && given == 1) {
      frame.retain();
    }
    return frame;
  }

  private Frame take(FramePool pool) {
    try {
      return pool.take(DType.UINT8, HEIGHT, WIDTH, 3);
    } catch (FramewireException full) {
      throw flaw == SourceFlaw.WRAPS_THE_POOLS_ERROR ? new IllegalStateException(full) : full;
    }
  }

  @Override
  public SourceInfo info() {
    if (flaw == SourceFlaw.FORGETS_ITS_INFO_AT_CLOSE && isClosed()) {
      return null;
    }
    return SourceInfo.UNKNOWN.withSize(WIDTH, flaw == SourceFlaw.LIES_ABOUT_ITS_SIZE ? 1 : HEIGHT);
  }

  @Override
  public void set(String option, String value) {
    if (flaw != SourceFlaw.TAKES_ANY_SETTING) {
      FrameSource.super.set(option, value);
    }
  }

  @Override
  public void close() {
    if (flaw == SourceFlaw.CANNOT_BE_CLOSED_TWICE && isClosed()
        || flaw == SourceFlaw.CANNOT_BE_CLOSED_UNREAD && given == 0) {
      throw new IllegalStateException("it cannot be closed now");
    }
    if (flaw == SourceFlaw.WIPES_ITS_LAST_FRAME_AT_CLOSE && lastPixels != null) {
      lastPixels.put(0, (byte) ~lastPixels.get(0));
    }
    if (flaw == SourceFlaw.CLOSE_WAITS_FOR_THE_READER) {
      synchronized (this) {
        closed.countDown();
      }
    }
    closed.countDown();
    if (flaw != SourceFlaw.LEAVES_A_THREAD) {
      threadsEnd.countDown();
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }
}
