package io.framewire.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Framewire and its peers side by side. Exit code 0, or 1 if something failed. */
@Command(
    name = "benchmarks/run wire",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures Framewire and its peers side by side, turn by turn.")
public final class Main implements Callable<Integer> {
  @Option(names = "--rounds", paramLabel = "N", description = "how often to measure each; 5")
  private int rounds = 5;

  @Option(names = "--peers", split = ",", paramLabel = "PEER", description = "only these")
  private List<String> peers = List.of();

  @Option(names = "--sizes", split = ",", paramLabel = "WxH", description = "only these")
  private List<String> sizes = List.of();

  @Option(names = "--patterns", split = ",", paramLabel = "PATTERN", description = "only these")
  private List<String> patterns = List.of();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "WHAT",
      description = "throughput, latency, memory, lag, idle, silent, garbage")
  private List<String> only = List.of();

  @Option(names = "--seconds", paramLabel = "S", description = "how long to measure; 1")
  private double seconds = 1;

  @Option(names = "--warmup", paramLabel = "S", description = "how long to warm up before; 1")
  private double warmup = 1;

  @Option(
      names = "--no-check",
      description = "leaves out the pass that compares the frames' CRC-32 at both ends")
  private boolean noCheck;

  @Option(names = "--project", hidden = true)
  private Path project = Path.of("");

  private Main() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments what {@code --help} lists
   */
  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  static int execute(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(Main::report)
        .execute(arguments);
  }

  private static int report(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (failure instanceof BenchmarkException
        || failure instanceof IllegalArgumentException
        || failure instanceof IOException) {
      command.getErr().println("benchmarks: " + failure.getMessage());
      return 1;
    }
    throw failure;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Plan plan = new Plan(wanted());
    Session session = new Session(plan, project, new Times(warmup, seconds));
    if (!noCheck) {
      session.check();
    }
    Results results = session.run();
    Tables tables = new Tables(results);
    for (Group group : plan.groups()) {
      System.out.printf(
          "%n%s, %s, %s, %d rounds%n%n%s",
          group.measure().word(),
          group.lane().title,
          group.size(),
          plan.rounds(group),
          tables.table(group));
    }
    return 0;
  }

  private Wanted wanted() {
    Set<Measure> measures = EnumSet.allOf(Measure.class);
    if (!only.isEmpty()) {
      measures.retainAll(only.stream().map(Measure::parse).toList());
    }
    return new Wanted(
        rounds,
        measures,
        parsed(patterns, Lane::parse),
        parsed(sizes, Size::parse),
        parsed(peers, Peer::parse).map(EnumSet::copyOf));
  }

  private static <T> Optional<List<T>> parsed(List<String> words, Function<String, T> parser) {
    List<T> values = new ArrayList<>(words.stream().map(parser).distinct().toList());
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }
}
