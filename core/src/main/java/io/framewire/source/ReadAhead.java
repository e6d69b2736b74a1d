package io.framewire.source;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.internal.Daemon;
import io.framewire.internal.Handover;
import io.framewire.spi.ForwardingSource;
import io.framewire.spi.FrameAndData;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceStatistics;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A source that is read on a thread of its own, from the first read on: into a bounded queue, so
 * that decoding goes on while frames are used, or for the newest frame only, so that none grows
 * old. An error and the end come after the frames that were read before. Closing it ends a wait at
 * once; a source that does not return from its own read then keeps that thread, and nothing else.
 */
public final class ReadAhead extends ForwardingSource {
  private static final double MILLIS = 1000;

  private final Handover<FrameAndData> frames;
  private final Optional<Duration> limit;
  private final AtomicLong dropped = new AtomicLong();
  private volatile FramePool pool = FramePool.unpooled();
  private Optional<Object> data = Optional.empty();
  private boolean started;

  private ReadAhead(FrameSource source, Handover<FrameAndData> frames, Optional<Duration> limit) {
    super(source);
    this.frames = frames;
    this.limit = limit;
  }

  /**
   * Through a queue.
   *
   * @param source what to read, and to close with the result
   * @param frames how many may wait, 1 or more
   * @param bytes how many bytes of frames may wait, 1 or more; one frame may wait however large
   * @return the source to use instead
   * @throws ConfigurationException if a bound is below 1
   */
  public static FrameSource queue(FrameSource source, int frames, long bytes) {
    return queue(source, frames, bytes, Optional.empty());
  }

  static FrameSource queue(FrameSource source, int frames, long bytes, Optional<Duration> limit) {
    if (frames < 1 || bytes < 1) {
      throw new ConfigurationException(
          "a queue of " + frames + " frames and " + bytes + " bytes: use 1 or more of both");
    }
    return new ReadAhead(
        source,
        Handover.queue(
            frames, bytes, next -> next.frame().byteSize(), next -> next.frame().close()),
        limit);
  }

  /**
   * For the newest frame: one that was not taken when the next is there is dropped and counted.
   *
   * @param source what to read, and to close with the result
   * @return the source to use instead
   */
  public static FrameSource newest(FrameSource source) {
    return newest(source, Optional.empty());
  }

  static FrameSource newest(FrameSource source, Optional<Duration> limit) {
    return new ReadAhead(source, Handover.newest(next -> next.frame().close()), limit);
  }

  @Override
  public Optional<Frame> read(FramePool memory) {
    pool = memory;
    if (!started && !frames.isOver()) {
      started = true;
      Daemon.run("framewire-source", this::readAll);
    }
    Optional<FrameAndData> next = frames.take(limit, this::late);
    data = next.flatMap(FrameAndData::data);
    return next.map(FrameAndData::frame);
  }

  private SourceException late() {
    return new SourceException(
        "no frame came within "
            + limit.orElseThrow().toMillis() / MILLIS
            + " s: check the source, or raise its read timeout (THREAD_TIMEOUT)");
  }

  private void readAll() {
    try {
      Optional<FrameAndData> next = readOne();
      // a source may go on though it was closed
      while (next.isPresent() && !frames.isOver()) {
        if (frames.put(next.get())) {
          dropped.incrementAndGet();
        }
        next = readOne();
      }
      next.ifPresent(frames::put);
      frames.end();
    } catch (Throwable failure) {
      frames.fail(failure);
    }
  }

  private Optional<FrameAndData> readOne() {
    return Objects.requireNonNull(super.read(pool), "the source's read returned null")
        .map(this::withData);
  }

  private FrameAndData withData(Frame frame) {
    try {
      return new FrameAndData(frame, super.yieldsData() ? super.data() : Optional.empty());
    } catch (RuntimeException | Error failure) {
      frame.close();
      throw failure;
    }
  }

  @Override
  public Optional<Object> data() {
    return data;
  }

  @Override
  public SourceStatistics statistics() {
    return super.statistics().plus(new SourceStatistics(0, dropped.get()));
  }

  @Override
  public void close() {
    frames.close();
    super.close();
  }
}
