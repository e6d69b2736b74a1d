package io.framewire.micrometer;

import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a counter reads, or what it read last where reading fails: a registry would let the failure
 * of one counter end the scrape of all. (Of gauges it takes care itself.) Safe for use by several
 * threads.
 */
final class HeldCount<T> implements ToDoubleFunction<T> {
  private static final Logger LOG = LoggerFactory.getLogger(HeldCount.class);

  private final String name;
  private final ToDoubleFunction<T> count;
  private volatile double last;

  HeldCount(String name, ToDoubleFunction<T> count) {
    this.name = name;
    this.count = count;
  }

  @Override
  public double applyAsDouble(T of) {
    try {
      last = count.applyAsDouble(of);
    } catch (RuntimeException failure) {
      LOG.debug("{} could not be read", name, failure);
    }
    return last;
  }
}
