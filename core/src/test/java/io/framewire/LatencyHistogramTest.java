package io.framewire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
  private final LatencyHistogram histogram = new LatencyHistogram();

  @Test
  void isZeroBeforeTheFirst() {
    assertThat(histogram.percentile(0.5)).isZero();
    assertThat(histogram.percentile(1)).isZero();
  }

  @Test
  void isExactForOneValueHoweverLarge() {
    for (long value : new long[] {0, 1, 15, 16, 17, 31, 32, 33, 1_000_003, Long.MAX_VALUE}) {
      LatencyHistogram one = new LatencyHistogram();
      one.record(value);
      assertThat(one.percentile(0.5)).isEqualTo(value);
      assertThat(one.percentile(0.99)).isEqualTo(value);
    }
  }

  @Test
  void takesAClockThatWentBackForZero() {
    histogram.record(-5);
    assertThat(histogram.percentile(1)).isZero();
  }

  @Test
  void isAtMostASixteenthTooHigh() {
    long seed = Long.getLong("framewire.test.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      LatencyHistogram some = new LatencyHistogram();
      long[] values = new long[1 + random.nextInt(2000)];
      int magnitude = 1 + random.nextInt(62);
      for (int index = 0; index < values.length; index++) {
        values[index] = random.nextLong() >>> (64 - magnitude);
        some.record(values[index]);
      }
      Arrays.sort(values);
      for (double share : new double[] {0.01, 0.5, 0.9, 0.99, 1}) {
        long exact = values[(int) Math.ceil(values.length * share) - 1];
        assertThat(some.percentile(share))
            .as("share %s of %s, -Dframewire.test.seed=%s", share, values.length, seed)
            .isBetween(exact, exact + exact / 16);
      }
    }
  }
}
