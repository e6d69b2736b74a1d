package io.framewire.benchmarks.wire;

import java.time.Duration;

/** How long things are watched, in seconds. */
record Times(double warmup, double seconds) {
  private static final long PATIENCE_SECONDS = 20;

  Times {
    if (!(warmup >= 0) || warmup > 60) {
      throw new IllegalArgumentException("--warmup is " + warmup + ": use 0 to 60 seconds");
    }
    if (!(seconds > 0) || seconds > 60) {
      throw new IllegalArgumentException(
          "--seconds is " + seconds + ": use more than 0 and at most 60");
    }
  }

  double seconds(Measure measure) {
    return Math.max(seconds * measure.length, measure.leastSeconds);
  }

  /** How long to wait for something that should not take more than that. */
  static Duration limit(double seconds) {
    return Duration.ofMillis((long) (1000 * seconds)).plusSeconds(PATIENCE_SECONDS);
  }
}
