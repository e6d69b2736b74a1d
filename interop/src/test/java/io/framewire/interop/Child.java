package io.framewire.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A child process whose output is always drained and which never outlives its owner: closing it
 * kills it and everything it started.
 */
final class Child implements AutoCloseable {
  private static final Duration DEATH = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final OutputTail tail = new OutputTail();
  private final List<Thread> drains;

  private Child(String name, Process process, List<Thread> drains) {
    this.name = name;
    this.process = process;
    this.drains = drains;
  }

  /** Starts a program and hands each line of its standard output to the consumer. */
  static Child start(List<String> command, Path folder, Consumer<String> lines) throws IOException {
    Child child = of(command, folder);
    child.drain(child.process.getInputStream(), lines);
    return child;
  }

  /** Starts a program whose standard output the caller reads, as {@link #output()}. */
  static Child startForBytes(List<String> command, Path folder) throws IOException {
    return of(command, folder);
  }

  /** Runs a program to its end; its output is what {@link #tail()} says. */
  static Child run(List<String> command, Path folder, Duration limit)
      throws IOException, InterruptedException {
    try (Child child = start(command, folder, line -> {})) {
      if (!child.awaitEnd(limit)) {
        throw new IOException(child.name + " did not end in " + limit + "\n" + child.tail());
      }
      return child;
    }
  }

  private static Child of(List<String> command, Path folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeAll(List.of("PYTHONPATH", "PYTHONHOME"));
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().put("PYTHONNOUSERSITE", "1");
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Child child = new Child(String.join(" ", command), builder.start(), new ArrayList<>());
    child.drain(child.process.getErrorStream(), line -> {});
    return child;
  }

  private void drain(InputStream stream, Consumer<String> lines) {
    Thread thread = new Thread(() -> readAll(stream, lines), "drain of " + name);
    thread.setDaemon(true);
    thread.start();
    drains.add(thread);
  }

  private void readAll(InputStream stream, Consumer<String> lines) {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        tail.add(line);
        lines.accept(line);
      }
    } catch (IOException closed) {
      tail.add("(" + closed.getMessage() + ")");
    }
  }

  InputStream output() {
    return process.getInputStream();
  }

  OutputStream input() {
    return process.getOutputStream();
  }

  /** The operating system's number of it. */
  long id() {
    return process.pid();
  }

  /** Asks it to end, with SIGTERM where there are signals. */
  void terminate() {
    // unlike the process, its handle leaves the output readable
    process.toHandle().destroy();
  }

  /** Whether it ended, and everything it wrote was read, within the limit. */
  boolean awaitEnd(Duration limit) throws InterruptedException {
    boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    for (Thread thread : drains) {
      thread.join(ended ? DEATH.toMillis() : 1);
    }
    return ended;
  }

  boolean running() {
    return process.isAlive() || drains.stream().anyMatch(Thread::isAlive);
  }

  int exitCode() {
    return process.exitValue();
  }

  /** The last lines of its output and errors. */
  String tail() {
    return tail.toString();
  }

  @Override
  public void close() {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .forEach(ProcessHandle::destroyForcibly);
    try {
      awaitEnd(DEATH);
      process.getOutputStream().close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (IOException alreadyGone) {
      throw new UncheckedIOException(alreadyGone);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
