package io.framewire.cli;

import io.framewire.StreamStatistics;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One line on a terminal that is written anew twice a second while a stream runs. */
final class LiveLine implements AutoCloseable {
  /** Set by the launcher where standard error is a terminal. */
  private static final String TERMINAL_PROPERTY = "framewire.terminal";

  private static final long PERIOD_MILLIS = 500;
  private static final double MEGA = 1e6;
  private static final String CLEAR_TO_END = "\u001b[K";

  private final PrintStream out;
  private final Supplier<StreamStatistics> statistics;
  private final ScheduledExecutorService timer;
  private boolean closed;
  private long lastFrames;
  private long lastBytes;
  private long lastNanos = System.nanoTime();

  private LiveLine(PrintStream out, Supplier<StreamStatistics> statistics) {
    this.out = out;
    this.statistics = statistics;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "framewire-live-line");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleAtFixedRate(this::show, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A live line where a person can see it, nothing elsewhere. */
  static AutoCloseable start(boolean quiet, Supplier<StreamStatistics> statistics) {
    return !quiet && Boolean.getBoolean(TERMINAL_PROPERTY)
        ? new LiveLine(System.err, statistics)
        : () -> {};
  }

  @Override
  public synchronized void close() {
    closed = true;
    timer.shutdownNow();
    out.print("\r" + CLEAR_TO_END);
    out.flush();
  }

  private synchronized void show() {
    if (closed) {
      return;
    }
    StreamStatistics now = statistics.get();
    long nanos = System.nanoTime();
    double seconds = (nanos - lastNanos) / 1e9;
    out.print(
        String.format(
            Locale.ROOT,
            "\r%d frames, %.1f frames/s, %.1f MB/s, %d dropped%s",
            now.frames(),
            (now.frames() - lastFrames) / seconds,
            (now.bytes() - lastBytes) / MEGA / seconds,
            now.dropped(),
            CLEAR_TO_END));
    out.flush();
    lastFrames = now.frames();
    lastBytes = now.bytes();
    lastNanos = nanos;
  }
}
