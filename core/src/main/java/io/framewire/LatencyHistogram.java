package io.framewire;

/**
 * Counts durations in buckets whose width grows with the duration: 16 to each power of two, so a
 * percentile is at most one sixteenth too high. Fixed memory; not safe for use by several threads.
 */
final class LatencyHistogram {
  private static final int STEPS_BITS = 4;
  private static final int STEPS = 1 << STEPS_BITS;

  private final long[] counts = new long[(Long.SIZE - STEPS_BITS) * STEPS];
  private long total;
  private long max;

  void record(long nanos) {
    long value = Math.max(0, nanos);
    counts[bucket(value)]++;
    total++;
    max = Math.max(max, value);
  }

  /** The duration that the given share of all stays under, 0 where there is none. */
  long percentile(double share) {
    long wanted = (long) Math.ceil(total * share);
    long seen = 0;
    for (int bucket = 0; bucket < counts.length && total > 0; bucket++) {
      seen += counts[bucket];
      if (seen >= wanted) {
        return Math.min(max, highestIn(bucket));
      }
    }
    return 0;
  }

  private static int bucket(long value) {
    if (value < STEPS) {
      return (int) value;
    }
    int shift = Long.SIZE - Long.numberOfLeadingZeros(value) - STEPS_BITS - 1;
    return (shift << STEPS_BITS) + (int) (value >>> shift);
  }

  private static long highestIn(int bucket) {
    if (bucket < 2 * STEPS) {
      return bucket;
    }
    int shift = (bucket >> STEPS_BITS) - 1;
    long lowest = (long) ((bucket & STEPS - 1) + STEPS) << shift;
    return lowest + (1L << shift) - 1;
  }
}
