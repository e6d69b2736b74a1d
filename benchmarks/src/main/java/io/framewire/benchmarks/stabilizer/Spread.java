package io.framewire.benchmarks.stabilizer;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The middle of some measurements, and the least and the most. */
record Spread(double least, double median, double most) {
  /** Of a value for each element of a list. */
  static Spread of(List<?> measured, IntToDoubleFunction value) {
    double[] sorted = IntStream.range(0, measured.size()).mapToDouble(value).sorted().toArray();
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }

  /** For instance {@code 12.5 (11.0 to 13.1)}. */
  String words(String format) {
    return String.format(format + " (" + format + " to " + format + ")", median, least, most);
  }
}
