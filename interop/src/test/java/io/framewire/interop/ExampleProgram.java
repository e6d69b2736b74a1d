package io.framewire.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A program of the module {@code examples}, started as its users start it. */
final class ExampleProgram implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(45);
  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();

  private final List<String> output = new CopyOnWriteArrayList<>();
  private final Child child;

  private ExampleProgram(List<String> command, Path folder) {
    try {
      child = Child.start(command, folder, output::add);
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }

  /** Runs one of Java's without windows: its name and its arguments. */
  static ExampleProgram java(Path folder, String... words) {
    return javaWith(folder, List.of("FRAMEWIRE_JAVA_OPTIONS=-Djava.awt.headless=true"), words);
  }

  /** Runs one of Java's with settings of the environment, as {@code NAME=VALUE}. */
  static ExampleProgram javaWith(Path folder, List<String> environment, String... words) {
    List<String> command = new ArrayList<>(List.of("env"));
    command.addAll(environment);
    command.add(EXAMPLES.resolve("run").toString());
    command.addAll(List.of(words));
    return new ExampleProgram(command, folder);
  }

  /** Runs one of Python's: its file and its arguments. */
  static ExampleProgram python(Path folder, String... words) {
    List<String> command = new ArrayList<>();
    command.add(PythonEnvironment.interpreter().toString());
    command.add(EXAMPLES.resolve("python").resolve(words[0]).toString());
    command.addAll(Arrays.asList(words).subList(1, words.length));
    return new ExampleProgram(command, folder);
  }

  /** Its lines on standard output so far that begin like this, without that. */
  List<String> said(String beginning) {
    return output.stream()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .toList();
  }

  /** Waits until it has said so many lines that begin like this. */
  void awaitSaid(String beginning, int count) {
    Awaitility.await(count + " times \"" + beginning + "\" from " + child)
        .atMost(LIMIT)
        .until(() -> said(beginning).size() >= count || !child.running());
    if (said(beginning).size() < count) {
      throw new AssertionError("ended without " + count + " times " + beginning + "\n" + tail());
    }
  }

  /** Asks it to end, as Ctrl-C and a service manager do. */
  void terminate() {
    child.terminate();
  }

  /** Waits for the end; the exit code. */
  int exitCode() {
    Awaitility.await("the end of " + child).atMost(LIMIT).until(() -> !child.running());
    return child.exitCode();
  }

  /** The last lines of standard output and standard error. */
  String tail() {
    return child.tail();
  }

  @Override
  public void close() {
    child.close();
  }
}
