package io.framewire.benchmarks.wire;

import io.framewire.benchmarks.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A figure that is to be reached, and how to get it from the results. */
record Target(
    String what,
    Sense sense,
    double line,
    OptionalDouble stretch,
    String format,
    Function<Results, Optional<Spread>> figure,
    List<Ceiling> ceilings) {
  /** What something that does less reaches: where it misses the line too, that is beyond reach. */
  record Ceiling(String title, String format, Function<Results, Optional<Spread>> figure) {
    private String said(Spread spread) {
      return title + " " + String.format(Locale.ROOT, format, spread.median());
    }
  }

  Target(
      String what,
      Sense sense,
      double line,
      OptionalDouble stretch,
      String format,
      Function<Results, Optional<Spread>> figure) {
    this(what, sense, line, stretch, format, figure, List.of());
  }

  Target under(String title, Function<Results, Optional<Spread>> limit) {
    List<Ceiling> more = new ArrayList<>(ceilings);
    more.add(new Ceiling(title, format, limit));
    return new Target(what, sense, line, stretch, format, figure, more);
  }

  /** Which way is better. */
  enum Sense {
    AT_LEAST,
    AT_MOST;

    boolean holds(double value, double line) {
      return this == AT_LEAST ? value >= line : value <= line;
    }
  }

  /** A row of the table. */
  String row(Results results) {
    Optional<Spread> measured = figure.apply(results);
    return Tables.row(
        List.of(
            what,
            wanted(),
            measured.map(spread -> number(spread.median())).orElse("not measured"),
            measured.map(this::range).orElse(""),
            measured.map(spread -> verdict(spread.median()) + limits(results)).orElse("")));
  }

  private String wanted() {
    String words = (sense == Sense.AT_LEAST ? "at least " : "at most ") + number(line);
    return stretch.isPresent() ? words + ", better " + number(stretch.getAsDouble()) : words;
  }

  private String range(Spread spread) {
    return number(spread.least()) + " to " + number(spread.most());
  }

  String verdict(double value) {
    if (!sense.holds(value, line)) {
      return "**missed**";
    }
    return stretch.isPresent() && sense.holds(value, stretch.getAsDouble()) ? "exceeded" : "met";
  }

  private String limits(Results results) {
    return ceilings.stream()
        .flatMap(limit -> limit.figure().apply(results).map(limit::said).stream())
        .map(said -> "; " + said)
        .collect(Collectors.joining());
  }

  private String number(double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
