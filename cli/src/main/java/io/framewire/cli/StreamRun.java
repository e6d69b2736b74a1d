package io.framewire.cli;

import io.framewire.Ended;
import io.framewire.StreamStatistics;
import io.framewire.StreamSummary;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs one stream the way both commands do: a live line, a clean end on Ctrl-C, a report, an exit
 * code.
 */
final class StreamRun {
  private final CommandSpec spec;
  private final StreamArgs args;
  private final StreamReport report = new StreamReport();
  private final FrameDigest digest = new FrameDigest();
  private Supplier<StreamSummary> summary = () -> null;
  private Optional<Interruption> interruption = Optional.empty();

  StreamRun(CommandSpec spec, StreamArgs args) {
    this.spec = spec;
    this.args = args;
  }

  StreamReport report() {
    return report;
  }

  FrameDigest digest() {
    return digest;
  }

  /** Runs a stream that was opened, with a live line. */
  void stream(
      Callable<StreamSummary> stream,
      AutoCloseable end,
      Supplier<StreamStatistics> statistics,
      Supplier<StreamSummary> summary)
      throws Exception {
    this.summary = summary;
    interruption = Optional.of(Interruption.closes(end));
    AutoCloseable line = LiveLine.start(args.quiet, statistics);
    try (line) {
      stream.call();
    }
  }

  /** Does the work and reports how it went; returns the exit code. */
  int execute(String verb, Work work) {
    int code = Errors.DONE;
    Ended ended = Ended.ERROR;
    try {
      work.run(this);
    } catch (Exception | Error failure) {
      Errors.report(failure, spec.commandLine());
      code = Errors.exitCode(failure);
      ended = Ended.of(failure);
    }
    StreamSummary result = summary.get();
    say(verb, result == null ? StreamReport.nothing(ended) : result, code);
    interruption.ifPresent(Interruption::close);
    return code;
  }

  private void say(String verb, StreamSummary result, int code) {
    if (args.digest) {
      report.digest(digest);
    }
    if (args.json) {
      spec.commandLine().getOut().println(report.json(result));
    } else if (!args.quiet && code == Errors.DONE) {
      spec.commandLine().getOut().println(StreamReport.line(verb, result));
      if (args.digest) {
        spec.commandLine().getOut().println("crc32 " + digest.value());
      }
    }
    spec.commandLine().getOut().flush();
  }

  /** What is to be done. */
  @FunctionalInterface
  interface Work {
    void run(StreamRun run) throws Exception;
  }
}
