package io.framewire.benchmarks.wire;

import static io.framewire.benchmarks.wire.Metric.CPU_BOTH;
import static io.framewire.benchmarks.wire.Metric.CPU_RECEIVER;
import static io.framewire.benchmarks.wire.Metric.CPU_SENDER;
import static io.framewire.benchmarks.wire.Metric.CPU_SHARE;
import static io.framewire.benchmarks.wire.Metric.FRAMES;
import static io.framewire.benchmarks.wire.Metric.GARBAGE_RECEIVER;
import static io.framewire.benchmarks.wire.Metric.GARBAGE_SENDER;
import static io.framewire.benchmarks.wire.Metric.MEGABYTES;
import static io.framewire.benchmarks.wire.Metric.MEMORY_RECEIVER;
import static io.framewire.benchmarks.wire.Metric.MEMORY_SENDER;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Measures cells, each with processes of its own. */
final class Bench {
  private static final double LATENCY_RATE = 30;
  private static final double LAGGING_RATE = 20;
  // what a sender has prepared is not to hide what it keeps
  private static final List<String> ONE_PICTURE = List.of("--pictures", "1");
  private static final int FRAMES_BEFORE_SILENCE = 10;
  // a JVM compiles for some seconds after its start
  private static final double SETTLING_SECONDS = 5;

  private final Path project;
  private final Times times;

  Bench(Path project, Times times) {
    this.project = project;
    this.times = times;
  }

  Map<Metric, Double> measure(Cell cell) throws IOException, InterruptedException {
    return switch (cell.measure()) {
      case THROUGHPUT -> run(cell, List.of(), List.of());
      case MEMORY -> run(cell, List.of(), ONE_PICTURE);
      case LATENCY -> run(cell, List.of("--latency", "true"), rate(LATENCY_RATE));
      case LAG -> run(cell, rate(LAGGING_RATE), ONE_PICTURE);
      case GARBAGE -> garbage(cell);
      case IDLE -> idle(cell);
      case SILENT -> silent(cell);
    };
  }

  private static List<String> rate(double framesPerSecond) {
    return List.of("--rate", String.valueOf(framesPerSecond));
  }

  private StreamRequest request(Cell cell, List<String> toReceiver, List<String> toSender) {
    return new StreamRequest(project, cell, times, toReceiver, toSender);
  }

  private Map<Metric, Double> run(Cell cell, List<String> toReceiver, List<String> toSender)
      throws IOException, InterruptedException {
    try (RunningStream stream = RunningStream.start(request(cell, toReceiver, toSender))) {
      EndProcess receiver = stream.receiver();
      receiver.await("from", Times.limit(times.warmup()));
      CpuUse sending = CpuUse.from(stream.sender());
      CpuUse receiving = CpuUse.from(receiver);
      Map<String, Object> result =
          receiver.await("result", Times.limit(times.seconds(cell.measure())));
      Map<Metric, Double> sample = new EnumMap<>(Metric.class);
      addCpu(sample, sending.cores(), receiving.cores(), framesPerSecond(result));
      sample.put(MEGABYTES, framesPerSecond(result) * cell.size().bytes() / 1e6);
      sample.put(MEMORY_SENDER, stream.sender().facts().peakMegabytes());
      sample.put(MEMORY_RECEIVER, receiver.facts().peakMegabytes());
      Latencies.of(result).ifPresent(latencies -> latencies.addTo(sample));
      return sample;
    }
  }

  private static void addCpu(
      Map<Metric, Double> sample, double sending, double receiving, double framesPerSecond) {
    sample.put(FRAMES, framesPerSecond);
    sample.put(CPU_SENDER, sending / framesPerSecond * 1e6);
    sample.put(CPU_RECEIVER, receiving / framesPerSecond * 1e6);
    sample.put(CPU_BOTH, (sending + receiving) / framesPerSecond * 1e6);
  }

  private static double framesPerSecond(Map<String, Object> result) {
    return number(result, "frames") / number(result, "nanos") * 1e9;
  }

  private static double number(Map<String, Object> result, String name) {
    return ((Number) result.get(name)).doubleValue();
  }

  private Map<Metric, Double> garbage(Cell cell) throws IOException, InterruptedException {
    List<String> counted = List.of("--allocation", "true");
    try (RunningStream stream = RunningStream.start(request(cell, counted, counted))) {
      Map<Metric, Double> sample = new EnumMap<>(Metric.class);
      sample.put(GARBAGE_RECEIVER, allocatedPerFrame(stream.receiver(), cell));
      sample.put(GARBAGE_SENDER, allocatedPerFrame(stream.sender(), cell));
      return sample;
    }
  }

  private double allocatedPerFrame(EndProcess end, Cell cell)
      throws IOException, InterruptedException {
    Map<String, Object> result =
        end.await("result", Times.limit(times.warmup() + times.seconds(cell.measure())));
    return number(result, "allocated") / number(result, "frames");
  }

  private Map<Metric, Double> idle(Cell cell) throws IOException, InterruptedException {
    try (RunningStream stream = RunningStream.startReceiver(request(cell, List.of(), List.of()))) {
      return share(stream.receiver(), cell);
    }
  }

  private Map<Metric, Double> silent(Cell cell) throws IOException, InterruptedException {
    List<String> few = List.of("--frames", String.valueOf(FRAMES_BEFORE_SILENCE));
    StreamRequest request =
        new StreamRequest(project, cell, new Times(0, times.seconds()), List.of(), few);
    try (RunningStream stream = RunningStream.start(request)) {
      stream.receiver().await("from", Times.limit(0));
      return share(stream.receiver(), cell);
    }
  }

  private Map<Metric, Double> share(EndProcess receiver, Cell cell)
      throws IOException, InterruptedException {
    pass(SETTLING_SECONDS);
    CpuUse use = CpuUse.from(receiver);
    pass(times.seconds(cell.measure()));
    return Map.of(CPU_SHARE, 100 * use.cores());
  }

  /** Lets measured time pass. */
  private static void pass(double seconds) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep((long) (1000 * seconds));
  }
}
