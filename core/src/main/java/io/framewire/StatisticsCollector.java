package io.framewire;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.spi.SourceStatistics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what a stream does; read by any thread while one writes. */
final class StatisticsCollector {
  private static final Logger LOG = LoggerFactory.getLogger(StatisticsCollector.class);

  private final LatencyHistogram latency = new LatencyHistogram();
  private Supplier<SourceStatistics> source = () -> SourceStatistics.NONE;
  private SourceStatistics read = SourceStatistics.NONE;
  private long frames;
  private long bytes;
  private long dropped;
  private long skipped;
  private long reconnects;
  private long firstNanos;
  private long lastNanos;
  private int[] shape = {};
  private DType dtype;

  /**
   * A frame went through; {@code begunNanos} is when its way began, on the clock of {@link
   * System#nanoTime}.
   */
  synchronized void frame(Frame frame, long begunNanos) {
    long now = System.nanoTime();
    if (frames == 0) {
      firstNanos = now;
    }
    lastNanos = now;
    frames++;
    bytes += frame.byteSize();
    latency.record(now - begunNanos);
    if (frame.dtype() != dtype || !frame.hasShape(shape)) {
      shape = frame.shape();
      dtype = frame.dtype();
    }
  }

  /** What the source has to say of itself goes into each snapshot. */
  synchronized void reads(Supplier<SourceStatistics> statistics) {
    source = statistics;
  }

  synchronized void dropped() {
    dropped++;
  }

  synchronized void skipped() {
    skipped++;
  }

  synchronized void reconnected() {
    reconnects++;
  }

  synchronized long frames() {
    return frames;
  }

  synchronized long reconnects() {
    return reconnects;
  }

  /** With the messages that were lost with connections. */
  synchronized StreamStatistics snapshot(long lost) {
    askSource();
    List<Integer> dimensions = Arrays.stream(shape).boxed().toList();
    return new StreamStatistics(
        frames,
        bytes,
        dropped + lost + read.dropped(),
        lost,
        skipped,
        reconnects,
        read.reconnects(),
        Duration.ofNanos(lastNanos - firstNanos),
        Duration.ofNanos(latency.percentile(0.5)),
        Duration.ofNanos(latency.percentile(0.99)),
        dimensions,
        Optional.ofNullable(dtype));
  }

  /** A source that cannot tell leaves what it said last, so that no counter falls. */
  private void askSource() {
    try {
      read = Objects.requireNonNull(source.get(), "statistics");
    } catch (RuntimeException failure) {
      LOG.debug("the source gives no statistics", failure);
    }
  }
}
