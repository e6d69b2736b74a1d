package io.framewire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.benchmarks.Spread;
import io.framewire.benchmarks.wire.Target.Sense;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TargetTest {
  private final Target speed = target(Sense.AT_LEAST, 4, OptionalDouble.of(5), 4.5);
  private final Target cost = target(Sense.AT_MOST, 0.25, OptionalDouble.empty(), 0.3);

  @Test
  void isMetAtItsLineAndExceededAtTheBetterOne() {
    assertThat(speed.verdict(4)).isEqualTo("met");
    assertThat(speed.verdict(4.99)).isEqualTo("met");
    assertThat(speed.verdict(5)).isEqualTo("exceeded");
  }

  @Test
  void saysThatItIsMissed() {
    assertThat(speed.verdict(3.99)).isEqualTo("**missed**");
    assertThat(cost.verdict(0.251)).isEqualTo("**missed**");
    assertThat(cost.verdict(0.25)).isEqualTo("met");
  }

  @Test
  void givesTheMedianAndTheSpread() {
    assertThat(speed.row(new Results()))
        .isEqualTo("| it | at least 4.00x, better 5.00x | 4.50x | 3.50x to 5.50x | met |\n");
    assertThat(cost.row(new Results())).endsWith("| **missed** |\n");
  }

  @Test
  void admitsThatItWasNotMeasured() {
    Target unknown =
        new Target(
            "it", Sense.AT_MOST, 1, OptionalDouble.empty(), "%.0f", results -> Optional.empty());
    assertThat(unknown.row(new Results())).isEqualTo("| it | at most 1 | not measured |  |  |\n");
  }

  private static Target target(Sense sense, double line, OptionalDouble stretch, double median) {
    Spread spread = new Spread(median - 1, median, median + 1);
    return new Target("it", sense, line, stretch, "%.2fx", results -> Optional.of(spread));
  }
}
