package io.framewire.web;

import io.framewire.FrameReceiver;
import io.framewire.FrameStream;
import io.framewire.StreamStatistics;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceStatistics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What there is to say of one view, as docs/browser.md lists it. */
final class Figures {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double THOUSAND = 1000;

  private Figures() {}

  static Map<String, Object> of(StreamView view) {
    Map<String, Object> figures = new LinkedHashMap<>();
    PictureFeed.Situation situation = view.feed().situation();
    double rate = round(view.framesPerSecond());
    figures.put("name", view.name());
    figures.put("fps", rate);
    figures.put("shown", situation.shown());
    figures.put("pictures", situation.encoded());
    figures.put("viewers", situation.watchers());
    figures.put("format", situation.format().map(FrameFormat::words).orElse(null));
    figures.put("dtype", situation.format().map(format -> format.dtype().toString()).orElse(null));
    figures.put("shape", situation.format().map(FrameFormat::shape).orElse(null));
    figures.put("note", situation.problem().orElse(null));
    Watched watched = view.watched();
    if (watched.stream().isPresent()) {
      putStream(figures, watched.stream().get());
    } else {
      putAlone(figures, situation.shown(), rate);
      watched.source().ifPresent(source -> putSource(figures, source));
    }
    return figures;
  }

  private static void putStream(Map<String, Object> figures, FrameStream stream) {
    StreamStatistics statistics = stream.statistics();
    figures.put("kind", stream instanceof FrameReceiver ? "receiver" : "sender");
    figures.put("endpoint", stream.endpoint().toString());
    figures.put("pattern", stream.pattern().name().toLowerCase(Locale.ROOT));
    figures.put("state", stream.status().state().name().toLowerCase(Locale.ROOT));
    figures.put("words", stream.status().words());
    figures.put("frames", statistics.frames());
    figures.put("bytes", statistics.bytes());
    figures.put("dropped", statistics.dropped());
    figures.put("lost", statistics.lost());
    figures.put("skipped", statistics.skipped());
    figures.put("reconnects", statistics.reconnects());
    figures.put("source_reconnects", statistics.sourceReconnects());
    if (statistics.frames() > 0) {
      figures.put("latency_p50_ms", millis(statistics.latencyP50()));
      figures.put("latency_p99_ms", millis(statistics.latencyP99()));
    }
  }

  /** Without a stream, what comes is all there is to go by. */
  private static void putAlone(Map<String, Object> figures, long shown, double rate) {
    figures.put("kind", "frames");
    figures.put("state", shown == 0 ? "waiting" : rate > 0 ? "live" : "still");
    figures.put(
        "words", shown == 0 ? "no frame yet" : rate > 0 ? "frames come" : "no new frame lately");
    figures.put("frames", shown);
  }

  /** A source that cannot tell must not take the other views' figures with it. */
  private static void putSource(Map<String, Object> figures, FrameSource source) {
    figures.put("kind", "source");
    try {
      SourceStatistics statistics = source.statistics();
      figures.put("dropped", statistics.dropped());
      figures.put("source_reconnects", statistics.reconnects());
    } catch (RuntimeException failure) {
      figures.put("words", figures.get("words") + "; the source gives no statistics: " + failure);
    }
  }

  private static double millis(Duration duration) {
    return round(duration.toNanos() / NANOS_PER_MILLI);
  }

  private static double round(double value) {
    return Math.round(value * THOUSAND) / THOUSAND;
  }
}
