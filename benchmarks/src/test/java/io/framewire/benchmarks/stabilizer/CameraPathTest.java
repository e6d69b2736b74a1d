package io.framewire.benchmarks.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.framewire.benchmarks.Spread;
import io.framewire.benchmarks.stabilizer.CameraPath.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class CameraPathTest {
  private final CameraPath path =
      new CameraPath(1, List.of(new Place(0, 0, 0), new Place(3, 4, 0), new Place(3, 4, 0.01)));

  @Test
  void energyIsThatOfTheStepsATurnBeingWhatItMovesAPixelBy() {
    assertThat(path.energy(100)).isCloseTo(25 + 1, within(1e-9));
  }

  @Test
  void aDifferenceLooksAtTheSameFrames() {
    CameraPath shifted =
        new CameraPath(0, List.of(new Place(9, 9, 9), new Place(0, 0, 0), new Place(2, 4, 0)));
    assertThat(path.minus(shifted, 1, 3).places())
        .containsExactly(new Place(0, 0, 0), new Place(1, 0, 0));
  }

  @Test
  void aSpreadIsTheLeastTheMiddleAndTheMost() {
    List<Double> measured = List.of(4.0, 1.0, 2.0, 9.0);
    assertThat(Spread.of(measured, measured::get).words("%.1f")).isEqualTo("3.0 (1.0 to 9.0)");
  }
}
