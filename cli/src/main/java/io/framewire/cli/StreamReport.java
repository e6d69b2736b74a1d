package io.framewire.cli;

import io.framewire.Ended;
import io.framewire.Reply;
import io.framewire.StreamStatistics;
import io.framewire.StreamSummary;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a stream came to, as the JSON object scripts read and as a line for a person. */
final class StreamReport {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MEGA = 1e6;

  private final Map<String, Object> extras = new LinkedHashMap<>();

  void digest(FrameDigest digest) {
    extras.put("crc32", digest.value());
  }

  /** What last came from the other side; called for each. */
  void lastData(Object value) {
    extras.put("last_data", value);
  }

  void lastReply(Reply reply) {
    lastData(reply.array().<Object>map(StreamReport::describe).or(reply::data).orElse(null));
  }

  String json(StreamSummary summary) {
    StreamStatistics done = summary.statistics();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("frames", done.frames());
    object.put("bytes", done.bytes());
    object.put("seconds", seconds(done.duration()));
    object.put("fps", round(done.framesPerSecond()));
    object.put("shape", done.dtype().isPresent() ? done.shape() : null);
    object.put("dtype", done.dtype().map(DType::toString).orElse(null));
    object.put("dropped", done.dropped());
    object.put("lost", done.lost());
    object.put("skipped", done.skipped());
    object.put("reconnects", done.reconnects());
    object.put("source_reconnects", done.sourceReconnects());
    object.put("latency_p50_ms", millis(done.latencyP50()));
    object.put("latency_p99_ms", millis(done.latencyP99()));
    object.put("ended", summary.ended().word());
    object.putAll(extras);
    return JsonData.write(object);
  }

  static String line(String verb, StreamSummary summary) {
    StreamStatistics done = summary.statistics();
    return String.format(
        Locale.ROOT,
        "%s %d frames%s in %.2f s: %.1f frames/s, %.1f MB/s, %d dropped; ended: %s",
        verb,
        done.frames(),
        done.dtype().map(dtype -> " of " + dtype + done.shape()).orElse(""),
        seconds(done.duration()),
        done.framesPerSecond(),
        done.bytesPerSecond() / MEGA,
        done.dropped(),
        summary.ended().word());
  }

  /** A stream that never began. */
  static StreamSummary nothing(Ended ended) {
    return new StreamSummary(
        ended,
        false,
        new StreamStatistics(
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            List.of(),
            Optional.empty()));
  }

  private static Map<String, Object> describe(Frame array) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("shape", array.shape());
    description.put("dtype", array.dtype().toString());
    description.put("crc32", FrameDigest.of(array));
    return description;
  }

  private static double seconds(Duration duration) {
    return round(duration.toNanos() / 1e9);
  }

  private static double millis(Duration duration) {
    return round(duration.toNanos() / NANOS_PER_MILLI);
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
