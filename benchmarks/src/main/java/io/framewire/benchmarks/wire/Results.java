package io.framewire.benchmarks.wire;

import io.framewire.benchmarks.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

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
  Optional<Spread> ratio(Cell cell, Cell other, Metric metric) {
    return compared(cell, other, metric, (mine, its) -> mine / its);
  }

  /** What the first has more than the second, each in the same round. */
  Optional<Spread> excess(Cell cell, Cell other, Metric metric) {
    return compared(cell, other, metric, (mine, its) -> mine - its);
  }

  private Optional<Spread> compared(
      Cell cell, Cell other, Metric metric, DoubleBinaryOperator comparison) {
    List<Map<Metric, Double>> mine = samples.getOrDefault(cell, List.of());
    List<Map<Metric, Double>> its = samples.getOrDefault(other, List.of());
    int rounds = Math.min(mine.size(), its.size());
    return rounds == 0
        ? Optional.empty()
        : Optional.of(
            Spread.of(
                mine.subList(0, rounds),
                round ->
                    comparison.applyAsDouble(
                        mine.get(round).get(metric), its.get(round).get(metric))));
  }
}
