package io.framewire.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long PERIOD = 40_000_000;

  private long now = 1_000;
  private long longestPark;
  private final Pace pace = new Pace(25, () -> now, this::pass);

  @Test
  void letsTheFirstFrameGoAtOnceAndEachOtherOnTime() {
    for (int frame = 0; frame < 100; frame++) {
      pace.await(() -> false);
      assertThat(now).isEqualTo(1_000 + frame * PERIOD);
    }
  }

  @Test
  void doesNotDriftHoweverLateTheFramesAre() {
    for (int frame = 0; frame < 100; frame++) {
      pace.await(() -> false);
      assertThat(now).isEqualTo(1_000 + frame * PERIOD);
      now += frame % 3 * PERIOD / 4;
    }
  }

  @Test
  void catchesUpAfterALateFrame() {
    pace.await(() -> false);
    now += 3 * PERIOD + 5;
    long late = now;
    pace.await(() -> false);
    pace.await(() -> false);
    pace.await(() -> false);
    assertThat(now).isEqualTo(late);
    pace.await(() -> false);
    assertThat(now).isEqualTo(1_000 + 4 * PERIOD);
  }

  @Test
  void startsAnewWhenMoreThanASecondBehind() {
    pace.await(() -> false);
    now += 2_000_000_000L;
    long late = now;
    pace.await(() -> false);
    pace.await(() -> false);
    assertThat(now).isEqualTo(late + PERIOD);
  }

  @Test
  void keepsTheRateOverALongTimeWithAPeriodThatIsNoWholeNumber() {
    Random random = new Random(7);
    Pace thirds = new Pace(30, () -> now, this::pass);
    int frames = 100_000;
    for (int frame = 0; frame <= frames; frame++) {
      thirds.await(() -> false);
      now += random.nextInt(60_000_000);
    }
    long due = 1_000 + Math.round(frames * 1e9 / 30);
    assertThat(now).isBetween(due, due + 1_000_000_000L);
  }

  @Test
  void catchesUpWithNoMoreFramesThanOneSecondHas() {
    Pace fast = new Pace(1000, () -> now, this::pass);
    fast.await(() -> false);
    now += 999_000_000;
    long late = now;
    int burst = 0;
    for (fast.await(() -> false); now == late; fast.await(() -> false)) {
      burst++;
    }
    assertThat(burst).isBetween(990, 1000);
    now += 1_500_000_000L;
    late = now;
    fast.await(() -> false);
    assertThat(now).isEqualTo(late);
    fast.await(() -> false);
    assertThat(now).isGreaterThan(late);
  }

  @Test
  void looksWhetherItWasCancelledTenTimesASecond() {
    Pace slow = new Pace(0.1, () -> now, this::pass);
    slow.await(() -> false);
    slow.await(() -> now > 1_000_000_000L);
    assertThat(now).isLessThan(1_200_000_000L);
    assertThat(longestPark).isLessThanOrEqualTo(100_000_000L);
  }

  @Test
  void ofZeroNeverWaits() {
    Pace none = new Pace(0, () -> now, this::pass);
    none.await(() -> false);
    none.await(() -> false);
    assertThat(now).isEqualTo(1_000);
  }

  @Test
  void isRefusedWhereItIsNoRate() {
    assertThatThrownBy(() -> new Pace(-1)).isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> new Pace(Double.NaN)).hasMessageContaining("NaN");
  }

  private void pass(long nanos) {
    longestPark = Math.max(longestPark, nanos);
    now += nanos;
  }
}
