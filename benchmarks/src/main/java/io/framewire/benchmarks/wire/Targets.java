package io.framewire.benchmarks.wire;

import static io.framewire.benchmarks.wire.Metric.CPU_BOTH;
import static io.framewire.benchmarks.wire.Metric.FRAMES;
import static io.framewire.benchmarks.wire.Metric.GARBAGE_RECEIVER;
import static io.framewire.benchmarks.wire.Metric.GARBAGE_SENDER;
import static io.framewire.benchmarks.wire.Metric.LATENCY_P99;
import static io.framewire.benchmarks.wire.Metric.MEGABYTES;
import static io.framewire.benchmarks.wire.Metric.MEMORY_RECEIVER;
import static io.framewire.benchmarks.wire.Metric.MEMORY_SENDER;
import static io.framewire.benchmarks.wire.Peer.FRAMEWIRE;
import static io.framewire.benchmarks.wire.Peer.FRAMEWIRE_DRAWN;
import static io.framewire.benchmarks.wire.Peer.IMAGEZMQ;
import static io.framewire.benchmarks.wire.Peer.JEROMQ;
import static io.framewire.benchmarks.wire.Peer.NETGEAR_ASYNC;
import static io.framewire.benchmarks.wire.Peer.NETGEAR_ASYNC_BARE;
import static io.framewire.benchmarks.wire.Peer.PYZMQ;
import static io.framewire.benchmarks.wire.Peer.TCP;

import io.framewire.benchmarks.Spread;
import io.framewire.benchmarks.wire.Target.Sense;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What Framewire is to reach. */
final class Targets {
  private static final String TIMES = "%.2fx";
  private static final String BYTES = "%.0f bytes";
  private static final double QUARTER = 0.25;
  private static final double HALF = 0.5;
  private static final double THIRD = 1.0 / 3;
  private static final double BOUNDED = 1.2;
  private static final double GROWTH = 1.3;
  private static final double KILOBYTE = 1024;

  private final List<Target> targets = new ArrayList<>();

  private Targets() {}

  static List<Target> all() {
    Targets all = new Targets();
    all.speed();
    all.cost();
    all.memory();
    all.garbage();
    all.growth();
    return List.copyOf(all.targets);
  }

  private void speed() {
    speed(Lane.PAIR, Size.SMALL, NETGEAR_ASYNC, 4, 5);
    speed(Lane.PAIR, Size.HD, NETGEAR_ASYNC, 4, 5);
    speed(Lane.REQ, Size.SMALL, IMAGEZMQ, 1, 1.1);
    speed(Lane.REQ, Size.HD, IMAGEZMQ, 0.75, 1);
    speed(Lane.PUSH, Size.SMALL, PYZMQ, 0.75, 0.9);
    speed(Lane.PUSH, Size.HD, PYZMQ, 0.75, 0.9);
    speed(Lane.IPC_PAIR, Size.SMALL, NETGEAR_ASYNC, 2, 3);
  }

  private void speed(Lane lane, Size size, Peer peer, double line, double stretch) {
    Cell ours = new Cell(Measure.THROUGHPUT, lane, size, FRAMEWIRE);
    targets.add(
        new Target(
            "frames/s, " + lane.title + " " + size + ", against " + peer.title,
            Sense.AT_LEAST,
            line,
            OptionalDouble.of(stretch),
            TIMES,
            results -> results.ratio(ours, ours.with(peer), FRAMES)));
    if (peer == NETGEAR_ASYNC) {
      limit(PYZMQ, ours, FRAMES);
    }
  }

  private void cost() {
    for (Size size : List.of(Size.SMALL, Size.HD)) {
      Cell cell = new Cell(Measure.THROUGHPUT, Lane.PAIR, size, FRAMEWIRE);
      against(NETGEAR_ASYNC, "CPU time a frame, both ends, PAIR " + size, cell, CPU_BOTH, QUARTER);
      limit(PYZMQ, cell, CPU_BOTH);
    }
    Cell latency = new Cell(Measure.LATENCY, Lane.PAIR, Size.SMALL, FRAMEWIRE);
    String what = "latency p99 at 30 frames/s, PAIR " + Size.SMALL;
    against(NETGEAR_ASYNC, what, latency, LATENCY_P99, THIRD);
    for (Peer less : List.of(PYZMQ, TCP)) {
      limit(less, latency, LATENCY_P99);
    }
  }

  /** The last target's ratio, as a peer has it that does less. */
  private void limit(Peer less, Cell ours, Metric metric) {
    int last = targets.size() - 1;
    targets.set(
        last,
        targets
            .get(last)
            .under(
                less.title,
                results -> results.ratio(ours.with(less), ours.with(NETGEAR_ASYNC), metric)));
  }

  private void memory() {
    Cell pair = new Cell(Measure.MEMORY, Lane.PAIR, Size.SMALL, FRAMEWIRE_DRAWN);
    String peak = "'s peak memory, PAIR " + Size.SMALL;
    against(NETGEAR_ASYNC, "sender" + peak, pair, MEMORY_SENDER, HALF);
    limit(NETGEAR_ASYNC_BARE, pair, MEMORY_SENDER);
    against(NETGEAR_ASYNC, "receiver" + peak, pair, MEMORY_RECEIVER, HALF);
    limit(NETGEAR_ASYNC_BARE, pair, MEMORY_RECEIVER);
    lag("sender", pair, MEMORY_SENDER);
    lag("receiver", pair, MEMORY_RECEIVER);
  }

  private void lag(String end, Cell pair, Metric metric) {
    Cell lagging = new Cell(Measure.LAG, Lane.PUSH, Size.SMALL, FRAMEWIRE_DRAWN);
    targets.add(
        atMost(
            end + "'s peak memory, PUSH/PULL with a receiver that lags, against its PAIR figure",
            BOUNDED,
            TIMES,
            results -> results.ratio(lagging, pair, metric)));
  }

  private void against(Peer peer, String what, Cell ours, Metric metric, double line) {
    targets.add(
        atMost(
            what + ", against " + peer.title,
            line,
            TIMES,
            results -> results.ratio(ours, ours.with(peer), metric)));
  }

  private void garbage() {
    for (Lane lane : List.of(Lane.PAIR, Lane.PUSH)) {
      for (Size size : List.of(Size.SMALL, Size.HD)) {
        garbage("sender", lane, size, GARBAGE_SENDER);
        garbage("receiver", lane, size, GARBAGE_RECEIVER);
      }
    }
  }

  private void garbage(String end, Lane lane, Size size, Metric metric) {
    Cell ours = new Cell(Measure.GARBAGE, lane, size, FRAMEWIRE);
    targets.add(
        atMost(
            end + "'s garbage a frame, " + lane.title + " " + size + ", beyond JeroMQ's own",
            KILOBYTE,
            BYTES,
            results -> results.excess(ours, ours.with(JEROMQ), metric)));
  }

  private void growth() {
    Cell small = new Cell(Measure.THROUGHPUT, Lane.PAIR, Size.SMALL, FRAMEWIRE);
    Cell large = new Cell(Measure.THROUGHPUT, Lane.PAIR, Size.LARGE, FRAMEWIRE);
    String sizes = " a byte, PAIR " + Size.LARGE + ", against " + Size.SMALL;
    double bytes = (double) Size.SMALL.bytes() / Size.LARGE.bytes();
    targets.add(
        atMost(
            "CPU time" + sizes,
            GROWTH,
            TIMES,
            results -> results.ratio(large, small, CPU_BOTH).map(spread -> spread.times(bytes))));
    targets.add(
        atMost("time" + sizes, GROWTH, TIMES, results -> results.ratio(small, large, MEGABYTES)));
  }

  private static Target atMost(
      String what, double line, String format, Function<Results, Optional<Spread>> figure) {
    return new Target(what, Sense.AT_MOST, line, OptionalDouble.empty(), format, figure);
  }
}
