package io.framewire.benchmarks.wire;

import static io.framewire.benchmarks.wire.Metric.CPU_BOTH;
import static io.framewire.benchmarks.wire.Metric.CPU_RECEIVER;
import static io.framewire.benchmarks.wire.Metric.CPU_SENDER;
import static io.framewire.benchmarks.wire.Metric.CPU_SHARE;
import static io.framewire.benchmarks.wire.Metric.FRAMES;
import static io.framewire.benchmarks.wire.Metric.GARBAGE_RECEIVER;
import static io.framewire.benchmarks.wire.Metric.GARBAGE_SENDER;
import static io.framewire.benchmarks.wire.Metric.LATENCY_P50;
import static io.framewire.benchmarks.wire.Metric.LATENCY_P99;
import static io.framewire.benchmarks.wire.Metric.MEGABYTES;
import static io.framewire.benchmarks.wire.Metric.MEMORY_RECEIVER;
import static io.framewire.benchmarks.wire.Metric.MEMORY_SENDER;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A way to run a stream, and what is read off it. */
enum Measure {
  THROUGHPUT("Throughput", 1, 0, List.of(FRAMES, MEGABYTES, CPU_SENDER, CPU_RECEIVER, CPU_BOTH)),
  // at least 300 frames, so that p99 is not the slowest one or two
  LATENCY("Latency at 30 frames/s", 10, 10, List.of(LATENCY_P50, LATENCY_P99)),
  MEMORY("Peak memory", 2, 0, List.of(MEMORY_SENDER, MEMORY_RECEIVER)),
  LAG(
      "Peak memory with a receiver that takes 20 frames/s",
      3,
      0,
      List.of(MEMORY_SENDER, MEMORY_RECEIVER)),
  // CPU time is counted in hundredths of a second
  IDLE("A receiver without a sender", 4, 5, List.of(CPU_SHARE)),
  SILENT("A receiver whose sender is silent", 4, 5, List.of(CPU_SHARE)),
  GARBAGE("Garbage", 1, 0, List.of(GARBAGE_SENDER, GARBAGE_RECEIVER));

  final String title;

  /** How many times as long as the throughput's its interval is. */
  final int length;

  /** And no less than so many seconds. */
  final int leastSeconds;

  final List<Metric> metrics;

  Measure(String title, int length, int leastSeconds, List<Metric> metrics) {
    this.title = title;
    this.length = length;
    this.leastSeconds = leastSeconds;
    this.metrics = metrics;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Measure parse(String text) {
    return Arrays.stream(values())
        .filter(measure -> measure.word().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + text + "\" is nothing to measure: there are " + words()));
  }

  private static String words() {
    return Arrays.stream(values()).map(Measure::word).collect(Collectors.joining(", "));
  }
}
