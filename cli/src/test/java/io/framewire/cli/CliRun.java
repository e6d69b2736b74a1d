package io.framewire.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;

/** A command run inside the test's own JVM. */
record CliRun(int exitCode, String out, String err) {

  static CliRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    // every subcommand has streams of its own
    setStreams(commandLine, new PrintWriter(out, true), new PrintWriter(err, true));
    int code = commandLine.execute(args);
    return new CliRun(code, out.toString(), err.toString());
  }

  static CompletableFuture<CliRun> start(String... args) {
    CompletableFuture<CliRun> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(of(args));
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            },
            "test-cli");
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  List<String> errLines() {
    return err.lines().toList();
  }

  String lastLine() {
    List<String> lines = out.lines().toList();
    return lines.get(lines.size() - 1);
  }

  private static void setStreams(CommandLine commandLine, PrintWriter out, PrintWriter err) {
    commandLine.setOut(out).setErr(err);
    commandLine.getSubcommands().values().forEach(sub -> setStreams(sub, out, err));
  }
}
