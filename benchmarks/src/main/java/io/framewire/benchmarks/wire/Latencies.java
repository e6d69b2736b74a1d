package io.framewire.benchmarks.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the call that sends to the frame in hand, in ascending order and nanoseconds. */
record Latencies(long[] sorted) {
  static Optional<Latencies> of(Map<String, Object> result) {
    long[] nanos =
        ((List<?>) result.get("latencies"))
            .stream().mapToLong(each -> ((Number) each).longValue()).toArray();
    Arrays.sort(nanos);
    return nanos.length == 0 ? Optional.empty() : Optional.of(new Latencies(nanos));
  }

  void addTo(Map<Metric, Double> sample) {
    sample.put(Metric.LATENCY_P50, millis(0.5));
    sample.put(Metric.LATENCY_P99, millis(0.99));
  }

  /** The least that so many of them are not above. */
  double millis(double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }
}
