package io.framewire.benchmarks.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One end of a stream as a process, which speaks JSON lines and is told words. */
final class EndProcess implements AutoCloseable {
  private static final String OVER = "";
  private static final int TAIL_LINES = 20;
  private static final long END_SECONDS = 10;

  private final String name;
  private final List<String> command;
  private final Process process;
  private final Path errors;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private EndProcess(String name, List<String> command, Process process, Path errors) {
    this.name = name;
    this.command = command;
    this.process = process;
    this.errors = errors;
    Thread reader = new Thread(this::read, "framewire-benchmark-output");
    reader.setDaemon(true);
    reader.start();
  }

  static EndProcess start(String name, List<String> command) throws IOException {
    Path errors = Files.createTempFile("framewire-benchmark", ".log");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      return new EndProcess(name, command, process, errors);
    } catch (IOException cannot) {
      Files.delete(errors);
      throw cannot;
    }
  }

  private void read() {
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      output.lines().filter(line -> line.startsWith("{")).forEach(lines::add);
    } catch (IOException | UncheckedIOException closed) {
      // it was ended, or has broken, which the wait for its lines says
    } finally {
      lines.add(OVER);
    }
  }

  void tell(String word) {
    try {
      process.getOutputStream().write((word + "\n").getBytes(UTF_8));
      process.getOutputStream().flush();
    } catch (IOException gone) {
      throw failure("does not listen any more");
    }
  }

  /** The next line of that kind. */
  Map<String, Object> await(String event, Duration limit) throws InterruptedException, IOException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null) {
        throw failure("did not say \"" + event + "\" within " + limit.toSeconds() + " s");
      } else if (line.equals(OVER)) {
        throw failure("ended before it said \"" + event + "\"");
      }
      Map<String, Object> values = JSON.std.mapFrom(line);
      if (event.equals(values.get("event"))) {
        return values;
      }
    }
  }

  /** Says whose fault it is and all that is known. */
  BenchmarkException failure(String what) {
    return new BenchmarkException(
        name + " " + what + "\ncommand: " + String.join(" ", command) + "\n" + errorTail());
  }

  private String errorTail() {
    try {
      List<String> said = Files.readAllLines(errors, UTF_8);
      return "standard error: "
          + (said.isEmpty() ? "nothing" : "")
          + String.join("\n", said.subList(Math.max(0, said.size() - TAIL_LINES), said.size()));
    } catch (IOException unreadable) {
      return "standard error cannot be read: " + unreadable;
    }
  }

  /** What the system knows of it. */
  ProcessFacts facts() {
    return new ProcessFacts(process.pid());
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        throw failure("could not be ended");
      }
      Files.deleteIfExists(errors);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
