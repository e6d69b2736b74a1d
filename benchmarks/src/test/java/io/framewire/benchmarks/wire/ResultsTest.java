package io.framewire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.benchmarks.Spread;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private final Cell ours = new Cell(Measure.THROUGHPUT, Lane.PAIR, Size.SMALL, Peer.FRAMEWIRE);
  private final Cell theirs = ours.with(Peer.NETGEAR_ASYNC);
  private final Results results = new Results();

  @Test
  void takesRatiosWithinEachRoundAndNotOfMedians() {
    add(10, 1);
    add(100, 50);
    add(60, 20);
    assertThat(results.ratio(ours, theirs, Metric.FRAMES)).hasValue(new Spread(2, 3, 10));
    assertThat(results.excess(ours, theirs, Metric.FRAMES)).hasValue(new Spread(9, 40, 50));
  }

  @Test
  void leavesOutARoundThatOneOfThemHasNot() {
    add(10, 1);
    results.add(ours, Map.of(Metric.FRAMES, 1000.0));
    assertThat(results.ratio(ours, theirs, Metric.FRAMES)).hasValue(new Spread(10, 10, 10));
  }

  @Test
  void hasNoFigureForWhatWasNotMeasured() {
    results.add(ours, Map.of(Metric.FRAMES, 10.0));
    assertThat(results.ratio(ours, theirs, Metric.FRAMES)).isEmpty();
    assertThat(results.spread(ours, Metric.LATENCY_P50)).isEmpty();
    assertThat(results.spread(theirs, Metric.FRAMES)).isEmpty();
  }

  private void add(double mine, double its) {
    results.add(ours, Map.of(Metric.FRAMES, mine));
    results.add(theirs, Map.of(Metric.FRAMES, its));
  }
}
