package io.framewire.transport.zmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 400_000, 1_000_000, 7_300_000, 20_000_000})
  void isOverAfterOneSliceWhereTheWaitIsShort(long nanos) {
    Deadline deadline = Deadline.in(Duration.ofNanos(nanos));
    int slice = deadline.sliceMillis();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(slice);
    while (System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
    assertThat(deadline.passed()).isTrue();
    assertThat(slice).isBetween(1, 20);
  }

  @Test
  void cutsALongWaitIntoTenthsOfASecond() {
    assertThat(Deadline.in(Duration.ofDays(365)).sliceMillis()).isEqualTo(100);
  }
}
