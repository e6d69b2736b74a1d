package io.framewire.source;

import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.ForwardingSource;
import io.framewire.spi.FrameSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A source that is not read before a time after it was opened, which a camera warms up in. */
final class DelayedSource extends ForwardingSource {
  private final long beginNanos;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** The delay begins now. */
  DelayedSource(FrameSource source, Duration delay) {
    super(source);
    this.beginNanos = System.nanoTime() + delay.toNanos();
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    return closedDuringDelay() ? Optional.empty() : super.read(pool);
  }

  private boolean closedDuringDelay() {
    try {
      return closed.await(beginNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SourceException("interrupted in the delay before the first frame", interrupted);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    super.close();
  }
}
