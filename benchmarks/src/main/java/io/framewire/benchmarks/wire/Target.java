package io.framewire.benchmarks.wire;

import io.framewire.benchmarks.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A figure that is to be reached, and how to get it from the results. */
record Target(
    String what,
    Sense sense,
    double line,
    OptionalDouble stretch,
    String format,
    Function<Results, Optional<Spread>> figure) {
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
            measured.map(spread -> verdict(spread.median())).orElse("")));
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

  private String number(double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
