package io.framewire;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.SourceStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StatisticsCollectorTest {
  private final StatisticsCollector collector = new StatisticsCollector();

  @Test
  void isEmptyBeforeTheFirstFrame() {
    StreamStatistics none = collector.snapshot(0);
    assertThat(none.frames()).isZero();
    assertThat(none.shape()).isEmpty();
    assertThat(none.dtype()).isEmpty();
    assertThat(none.duration()).isZero();
    assertThat(none.framesPerSecond()).isZero();
    assertThat(none.bytesPerSecond()).isZero();
  }

  @Test
  void addsUpAndKeepsTheLastFramesForm() {
    note(DType.UINT8, 4, 5, 3);
    note(DType.UINT16, 4, 5);
    collector.dropped();
    StreamStatistics two = collector.snapshot(0);
    assertThat(two.frames()).isEqualTo(2);
    assertThat(two.bytes()).isEqualTo(60 + 40);
    assertThat(two.dropped()).isOne();
    assertThat(two.shape()).containsExactly(4, 5);
    assertThat(two.dtype()).contains(DType.UINT16);
    note(DType.UINT16, 5, 4);
    assertThat(collector.snapshot(0).shape()).containsExactly(5, 4);
    assertThat(two.shape()).containsExactly(4, 5);
  }

  @Test
  void takesTheRateFromTheFirstFrameToTheLast() {
    Duration second = Duration.ofSeconds(2);
    StreamStatistics statistics =
        new StreamStatistics(
            5,
            500,
            0,
            0,
            0,
            0,
            0,
            second,
            Duration.ZERO,
            Duration.ZERO,
            List.of(),
            Optional.empty());
    assertThat(statistics.framesPerSecond()).isEqualTo(2);
    assertThat(statistics.bytesPerSecond()).isEqualTo(200);
  }

  @Test
  void aSourceThatCannotTellLeavesWhatItSaidLast() {
    List<Supplier<SourceStatistics>> sources =
        List.of(
            () -> {
              throw new IllegalStateException("out of order");
            },
            () -> null);
    for (Supplier<SourceStatistics> broken : sources) {
      StatisticsCollector one = new StatisticsCollector();
      one.reads(broken);
      assertThat(one.snapshot(0).sourceReconnects()).isZero();
      one.reads(() -> new SourceStatistics(3, 7));
      assertThat(one.snapshot(0).sourceReconnects()).isEqualTo(3);
      one.reads(broken);
      one.dropped();
      assertThat(one.snapshot(2).sourceReconnects()).isEqualTo(3);
      assertThat(one.snapshot(2).dropped()).isEqualTo(7 + 1 + 2);
    }
  }

  private void note(DType dtype, int... shape) {
    try (Frame frame = FramePool.unpooled().take(dtype, shape)) {
      collector.frame(frame, System.nanoTime());
    }
  }
}
