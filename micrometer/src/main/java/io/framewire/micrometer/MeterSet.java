package io.framewire.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Registers meters one after another and keeps them. Used by one thread. */
final class MeterSet {
  private final MeterRegistry registry;
  private final List<Meter> meters = new ArrayList<>();
  private Tags tags = Tags.empty();

  MeterSet(MeterRegistry registry) {
    this.registry = registry;
  }

  /** What all meters from here on are tagged with. */
  MeterSet with(Tags all) {
    tags = all;
    return this;
  }

  <T> MeterSet counter(
      String name, String unit, String what, T of, ToDoubleFunction<T> count, String... more) {
    meters.add(
        FunctionCounter.builder(name, of, new HeldCount<>(name, count))
            .tags(tags.and(more))
            .baseUnit(unit.isEmpty() ? null : unit)
            .description(what)
            .register(registry));
    return this;
  }

  <T> MeterSet gauge(
      String name, String unit, String what, T of, ToDoubleFunction<T> value, String... more) {
    meters.add(
        Gauge.builder(name, of, value)
            .tags(tags.and(more))
            .baseUnit(unit.isEmpty() ? null : unit)
            .description(what)
            .register(registry));
    return this;
  }

  List<Meter> meters() {
    return meters;
  }
}
