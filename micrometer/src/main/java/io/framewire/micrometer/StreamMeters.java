package io.framewire.micrometer;

import io.framewire.FrameReceiver;
import io.framewire.FrameStream;
import io.framewire.StreamState;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Locale;

/** Which meters a stream has. */
final class StreamMeters {
  private static final double NANOS = 1e9;

  private StreamMeters() {}

  static void register(MeterSet set, String name, FrameStream stream) {
    set.with(
        Tags.of(
            "stream",
            name,
            "role",
            stream instanceof FrameReceiver ? "receiver" : "sender",
            "pattern",
            stream.pattern().name().toLowerCase(Locale.ROOT)));
    frames(set, stream);
    troubles(set, stream);
    states(set, stream);
    pool(set, stream);
  }

  private static void frames(MeterSet set, FrameStream stream) {
    String latency = "the time that this share of all frames stayed under";
    set.counter(
            "framewire.frames",
            "frames",
            "frames sent, or received and handed out",
            stream,
            now -> now.statistics().frames())
        .counter(
            "framewire.transferred",
            "bytes",
            "the elements of these frames",
            stream,
            now -> now.statistics().bytes())
        .gauge(
            "framewire.latency",
            "seconds",
            latency,
            stream,
            now -> seconds(now.statistics().latencyP50()),
            "percentile",
            "50")
        .gauge(
            "framewire.latency",
            "seconds",
            latency,
            stream,
            now -> seconds(now.statistics().latencyP99()),
            "percentile",
            "99");
  }

  private static void troubles(MeterSet set, FrameStream stream) {
    String dropped = "frames that did not arrive or were not handed out";
    String reconnects = "what was made or opened anew";
    set.counter(
            "framewire.dropped",
            "frames",
            dropped,
            stream,
            now -> now.statistics().lost(),
            "cause",
            "lost")
        .counter(
            "framewire.dropped",
            "frames",
            dropped,
            stream,
            StreamMeters::replaced,
            "cause",
            "replaced")
        .counter(
            "framewire.skipped",
            "messages",
            "bad messages that were skipped",
            stream,
            now -> now.statistics().skipped())
        .counter(
            "framewire.reconnects",
            "",
            reconnects,
            stream,
            now -> now.statistics().reconnects(),
            "of",
            "connection")
        .counter(
            "framewire.reconnects",
            "",
            reconnects,
            stream,
            now -> now.statistics().sourceReconnects(),
            "of",
            "source");
  }

  private static double replaced(FrameStream stream) {
    var now = stream.statistics();
    return now.dropped() - now.lost();
  }

  private static void states(MeterSet set, FrameStream stream) {
    for (StreamState state : StreamState.values()) {
      set.gauge(
          "framewire.state",
          "",
          "1 for the state the stream is in",
          stream,
          now -> now.status().state() == state ? 1 : 0,
          "state",
          state.name().toLowerCase(Locale.ROOT));
    }
  }

  private static void pool(MeterSet set, FrameStream stream) {
    String buffers = "buffers for frames";
    String memory = "the size of the buffers for frames";
    set.gauge(
            "framewire.pool.buffers",
            "buffers",
            buffers,
            stream,
            now -> now.memory().lentBlocks(),
            "use",
            "lent")
        .gauge(
            "framewire.pool.buffers",
            "buffers",
            buffers,
            stream,
            now -> now.memory().idleBuffers(),
            "use",
            "idle")
        .gauge(
            "framewire.pool.memory",
            "bytes",
            memory,
            stream,
            now -> now.memory().lentBytes(),
            "use",
            "lent")
        .gauge(
            "framewire.pool.memory",
            "bytes",
            memory,
            stream,
            now -> now.memory().idleBytes(),
            "use",
            "idle")
        .counter(
            "framewire.pool.allocations",
            "buffers",
            "buffers that had to be allocated",
            stream,
            now -> now.memory().allocations());
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }
}
