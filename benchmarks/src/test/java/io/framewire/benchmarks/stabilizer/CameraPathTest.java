package io.framewire.benchmarks.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
