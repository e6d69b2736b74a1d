package io.framewire.benchmarks.wire;

import io.framewire.benchmarks.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was measured, round by round. */
final class Results {
  private final Map<Cell, List<Map<Metric, Double>>> samples = new LinkedHashMap<>();

  /** The rounds of all cells that are to be compared must come in the same order. */
  void add(Cell cell, Map<Metric, Double> sample) {
    samples.computeIfAbsent(cell, first -> new ArrayList<>()).add(sample);
  }

  Set<Cell> cells() {
    return samples.keySet();
  }

  int rounds(Cell cell) {
    return samples.getOrDefault(cell, List.of()).size();
  }

  /** Over the rounds; empty if it was not measured. */
  Optional<Spread> spread(Cell cell, Metric metric) {
    List<Map<Metric, Double>> rounds = samples.getOrDefault(cell, List.of());
    return rounds.isEmpty() || !rounds.get(0).containsKey(metric)
        ? Optional.empty()
        : Optional.of(Spread.of(rounds, round -> rounds.get(round).get(metric)));
  }

  /** The first over the second, each in the same round; empty if one was not measured. */
  Optional<Spread> ratio(Cell cell, Metric metric, Cell other, Metric otherMetric) {
    List<Map<Metric, Double>> above = samples.getOrDefault(cell, List.of());
    List<Map<Metric, Double>> below = samples.getOrDefault(other, List.of());
    int rounds = Math.min(above.size(), below.size());
    return rounds == 0
        ? Optional.empty()
        : Optional.of(
            Spread.of(
                above.subList(0, rounds),
                round -> above.get(round).get(metric) / below.get(round).get(otherMetric)));
  }

  Optional<Spread> ratio(Cell cell, Cell other, Metric metric) {
    return ratio(cell, metric, other, metric);
  }
}
