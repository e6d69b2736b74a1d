package io.framewire.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlidingWindowTest {
  private final SlidingWindow window = new SlidingWindow(5);

  @Test
  void aFrameGoesToTheMeanOfThePathAboutItsSuccessor() {
    add(0, 1, 4, 2, 9, 3, 7, 7);
    next(3);
    Trajectory.Step fourth = window.next();
    assertThat(fourth.place().x()).isEqualTo(2);
    assertThat(fourth.steady().x()).isCloseTo((4 + 2 + 9 + 3 + 7) / 5.0, within(1e-12));
  }

  @Test
  void beforeThePathStandsItsMedian() {
    add(0, 1, 4, 2, 9);
    assertThat(window.next().steady().x()).isCloseTo((3 + 3 + 1 + 4 + 2) / 5.0, within(1e-12));
  }

  @Test
  void afterThePathStandsTheMedianOfItsLastHalfWindow() {
    add(0, 1, 4, 2, 9);
    next(4);
    assertThat(window.next().steady().x()).isCloseTo((2 + 9 + 4 + 4 + 4) / 5.0, within(1e-12));
  }

  @Test
  void aWindowOfAnEvenLengthReachesOneFrameFurtherBack() {
    SlidingWindow even = new SlidingWindow(4);
    add(even, 0, 1, 4, 2, 9, 3);
    even.next();
    even.next();
    assertThat(even.next().steady().x()).isCloseTo((1 + 4 + 2 + 9) / 4.0, within(1e-12));
  }

  @Test
  void aSingleFrameStaysWhereItIs() {
    add(0);
    assertThat(window.next().correction()).isEqualTo(Motion.NONE);
  }

  @Test
  void whatLiesTwiceTheWindowBackIsForgotten() {
    for (int index = 0; index < 1000; index++) {
      window.add(new Motion(index < 500 ? 100 : 0, 0, 0));
      if (index >= 4) {
        window.next();
      }
    }
    assertThat(window.next().correction().x()).isCloseTo(0, within(1e-6));
  }

  private void add(double... places) {
    add(window, places);
  }

  private static void add(SlidingWindow window, double... places) {
    double last = 0;
    for (double place : places) {
      window.add(new Motion(place - last, 0, 0));
      last = place;
    }
  }

  private void next(int count) {
    for (int index = 0; index < count; index++) {
      window.next();
    }
  }
}
