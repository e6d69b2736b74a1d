package io.framewire.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The middle of some measurements, and the least and the most.
 *
 * @param least the smallest
 * @param median the middle one, or what is half way between the two in the middle
 * @param most the largest
 */
public record Spread(double least, double median, double most) {
  /**
   * Of a value for each element of a list.
   *
   * @param measured one element or more
   * @param value what to take of the element with that index
   * @return their spread
   */
  public static Spread of(List<?> measured, IntToDoubleFunction value) {
    return of(IntStream.range(0, measured.size()).mapToDouble(value).toArray());
  }

  /**
   * Of values.
   *
   * @param values one or more, in any order; not changed
   * @return their spread
   */
  public static Spread of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }

  /**
   * In another unit.
   *
   * @param factor what to multiply by, more than 0
   * @return the spread of the products
   */
  public Spread times(double factor) {
    return new Spread(factor * least, factor * median, factor * most);
  }

  /**
   * For instance {@code 12.5 (11.0 to 13.1)}.
   *
   * @param format how to write one of them
   * @return the words
   */
  public String words(String format) {
    return String.format(
        Locale.ROOT, format + " (" + format + " to " + format + ")", median, least, most);
  }
}
