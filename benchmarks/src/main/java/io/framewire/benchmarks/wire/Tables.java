package io.framewire.benchmarks.wire;

import io.framewire.benchmarks.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Results as Markdown tables: a row for each peer. */
final class Tables {
  private final Results results;

  Tables(Results results) {
    this.results = results;
  }

  /** The medians of a group; where there is a reference, how many times as fast the others are. */
  String table(Group group) {
    List<String> heads = new ArrayList<>(List.of(""));
    group.measure().metrics.forEach(metric -> heads.add(metric.title));
    Optional<Metric> spread = spreadMetric(group);
    spread.ifPresent(metric -> heads.add(metric.title + ", least to most"));
    StringBuilder table = new StringBuilder(row(heads)).append(rule(heads.size()));
    for (Cell cell : group.cells()) {
      table.append(row(fields(cell, spread)));
    }
    return table.toString();
  }

  private static Optional<Metric> spreadMetric(Group group) {
    return group.measure().metrics.stream().findFirst();
  }

  private List<String> fields(Cell cell, Optional<Metric> spreadMetric) {
    List<String> fields = new ArrayList<>(List.of(cell.peer().title));
    for (Metric metric : cell.measure().metrics) {
      fields.add(text(results.spread(cell, metric), metric));
    }
    spreadMetric.ifPresent(metric -> fields.add(range(results.spread(cell, metric), metric)));
    return fields;
  }

  private static String text(Optional<Spread> spread, Metric metric) {
    return spread.map(values -> number(metric, values.median())).orElse("–");
  }

  private static String range(Optional<Spread> spread, Metric metric) {
    return spread
        .map(values -> number(metric, values.least()) + " to " + number(metric, values.most()))
        .orElse("–");
  }

  private static String number(Metric metric, double value) {
    return String.format(Locale.ROOT, metric.format, value);
  }

  static String row(List<String> fields) {
    return "| " + String.join(" | ", fields) + " |\n";
  }

  static String rule(int columns) {
    return "|" + "---|".repeat(columns) + "\n";
  }
}
