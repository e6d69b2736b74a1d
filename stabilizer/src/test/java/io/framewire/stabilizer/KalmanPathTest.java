package io.framewire.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KalmanPathTest {
  @Test
  void aCameraThatMovesEvenlyIsLeftAlone() {
    for (int lag : new int[] {0, 1, 10}) {
      KalmanPath path = path(lag);
      double correction = 0;
      for (int index = 0; index < 400; index++) {
        path.add(new Motion(3, -1, 0.001));
        correction = index < lag ? 0 : path.next().correction().x();
      }
      assertThat(correction).as("lag " + lag).isCloseTo(0, within(0.01));
    }
  }

  @Test
  void noiseIsTakenOutTheMoreTheLongerTheLag() {
    assertThat(roughness(0)).isLessThan(0.05);
    assertThat(roughness(1)).isLessThan(roughness(0));
    assertThat(roughness(8)).isLessThan(roughness(1) / 2);
  }

  @Test
  void aPictureIsNotMovedByMoreThanAFifthOfItsSize() {
    KalmanPath path = path(1);
    for (int index = 0; index < 100; index++) {
      path.add(Motion.NONE);
    }
    path.add(new Motion(5000, -5000, 3));
    for (int index = 0; index < 100; index++) {
      path.next();
    }
    Motion correction = path.next().correction();
    assertThat(correction.x()).isCloseTo(-64, within(1e-9));
    assertThat(correction.y()).isCloseTo(48, within(1e-9));
    assertThat(correction.angle()).isCloseTo(-0.2, within(1e-9));
  }

  /** The energy of the steady path's motion, of that of the noisy one's. */
  private static double roughness(int lag) {
    Random random = new Random(3);
    KalmanPath path = path(lag);
    double noise = 0;
    double left = 0;
    double before = 0;
    double last = 0;
    for (int index = 0; index < 500; index++) {
      double now = random.nextGaussian();
      path.add(new Motion(now - before, 0, 0));
      noise += index < 100 ? 0 : (now - before) * (now - before);
      before = now;
      if (index >= lag) {
        double steady = path.next().steady().x();
        left += index < 100 ? 0 : (steady - last) * (steady - last);
        last = steady;
      }
    }
    return left / noise;
  }

  private static KalmanPath path(int lag) {
    StabilizerOptions options =
        new StabilizerOptions(
            25, 0, BorderType.BLACK, false, lag, MotionDetail.REDUCED, point -> {});
    return new KalmanPath(options, lag, 320, 240);
  }
}
