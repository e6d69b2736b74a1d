package io.framewire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRateTest {
  private static final long MILLI = 1_000_000;

  private long now = Long.MAX_VALUE - 3;
  private final FrameRate rate = new FrameRate(() -> now);

  @ParameterizedTest
  @ValueSource(ints = {2, 40, 700, 1100, 5000})
  void isSteadyHoweverSlowFramesCome(int gapMillis) {
    frames(10, gapMillis);
    for (int tenth = 0; tenth < 10; tenth++) {
      assertThat(rate.now()).isCloseTo(1000.0 / gapMillis, within(0.01));
      now += gapMillis * MILLI / 10;
    }
  }

  @Test
  void isZeroBeforeTheSecondFrame() {
    assertThat(rate.now()).isZero();
    rate.frame();
    assertThat(rate.now()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 40, 700, 5000})
  void isZeroWhenNoMoreCome(int gapMillis) {
    frames(10, gapMillis);
    now += Math.max(2000, 2L * gapMillis) * MILLI + 1;
    assertThat(rate.now()).isZero();
  }

  @Test
  void aFrameAfterALongPauseSaysNothingYet() {
    frames(2, 40);
    now += 60_000 * MILLI;
    rate.frame();
    assertThat(rate.now()).isZero();
  }

  private void frames(int count, int gapMillis) {
    for (int i = 0; i < count; i++) {
      now += i == 0 ? 0 : gapMillis * MILLI;
      rate.frame();
    }
  }
}
