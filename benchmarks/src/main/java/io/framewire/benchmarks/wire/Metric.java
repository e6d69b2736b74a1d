package io.framewire.benchmarks.wire;

/** A figure that a measurement gives. */
enum Metric {
  FRAMES("frames/s", "%.0f"),
  MEGABYTES("MB/s", "%.0f"),
  CPU_SENDER("sender's CPU, µs a frame", "%.0f"),
  CPU_RECEIVER("receiver's CPU, µs a frame", "%.0f"),
  CPU_BOTH("CPU of both, µs a frame", "%.0f"),
  MEMORY_SENDER("sender's peak memory, MB", "%.0f"),
  MEMORY_RECEIVER("receiver's peak memory, MB", "%.0f"),
  LATENCY_P50("latency p50, ms", "%.2f"),
  LATENCY_P99("latency p99, ms", "%.2f"),
  CPU_SHARE("receiver's share of a core, %", "%.2f"),
  GARBAGE_SENDER("sender's garbage, bytes a frame", "%.0f"),
  GARBAGE_RECEIVER("receiver's garbage, bytes a frame", "%.0f");

  final String title;
  final String format;

  Metric(String title, String format) {
    this.title = title;
    this.format = format;
  }
}
