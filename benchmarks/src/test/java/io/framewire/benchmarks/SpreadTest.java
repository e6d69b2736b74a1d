package io.framewire.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void isTheLeastTheMiddleAndTheMost() {
    List<Double> measured = List.of(4.0, 1.0, 2.0, 9.0);
    assertThat(Spread.of(measured, measured::get).words("%.1f")).isEqualTo("3.0 (1.0 to 9.0)");
  }

  @Test
  void ofAnOddNumberHasTheOneInTheMiddle() {
    assertThat(Spread.of(7, 1, 5)).isEqualTo(new Spread(1, 5, 7));
  }

  @Test
  void inAnotherUnitIsThatOfTheProducts() {
    assertThat(Spread.of(7, 1, 5).times(2)).isEqualTo(new Spread(2, 10, 14));
  }
}
