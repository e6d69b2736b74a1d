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
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Measures Framewire and its peers side by side. Exit code 0, 1 if something failed, 2 for bad
 * usage.
 */
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

  @Option(names = "--warmup", paramLabel = "S", description = "how long to warm up before; 1.5")
  private double warmup = 1.5;

  @Option(
      names = "--no-check",
      description = "leaves out the pass that compares the frames' CRC-32 at both ends")
  private boolean noCheck;

  @Option(names = "--write", description = "writes docs/benchmarks.md and its charts")
  private boolean write;

  @Option(names = "--project", hidden = true)
  private Path project = Path.of("");

  @Spec private CommandSpec spec;

  private Main() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments what {@code --help} lists
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(Main::report);
  }

  private static int report(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (failure instanceof BenchmarkException || failure instanceof IOException) {
      command.getErr().println("benchmarks: " + failure.getMessage());
      return 1;
    }
    throw failure;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Times times = checked(() -> new Times(warmup, seconds));
    Plan plan = new Plan(checked(this::wanted));
    if (write && noCheck) {
      throw new ParameterException(
          spec.commandLine(), "--write needs the check: leave --no-check out");
    }
    Session session = new Session(plan, project, times);
    if (!noCheck) {
      session.check();
    }
    Results results = session.run();
    String options = String.join(" ", spec.commandLine().getParseResult().originalArgs());
    Page page = new Page(plan, results, times, options);
    spec.commandLine().getOut().println(page.tables());
    spec.commandLine().getOut().println(page.targets());
    if (write) {
      page.write(project.resolve("docs"), Surroundings.look(project));
    }
    return 0;
  }

  /** What is wrong with an option is said as picocli says it. */
  private <T> T checked(Supplier<T> values) {
    try {
      return values.get();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage());
    }
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
