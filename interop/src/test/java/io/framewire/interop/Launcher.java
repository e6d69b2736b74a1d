package io.framewire.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** {@code ./framewire} at the project's root, as a process of its own. */
final class Launcher implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(45);
  private static final Path FILE = Path.of("..", "framewire").toAbsolutePath().normalize();

  private final List<String> output = new CopyOnWriteArrayList<>();
  private final Child child;

  private Launcher(List<String> command, Path folder) {
    try {
      child = Child.start(command, folder, output::add);
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }

  /** Runs a command with the given working directory. */
  static Launcher start(Path folder, String... words) {
    List<String> command = new ArrayList<>(List.of(FILE.toString()));
    command.addAll(List.of(words));
    return new Launcher(command, folder);
  }

  /** Waits for the end; the exit code. */
  int exitCode() {
    Awaitility.await("the end of " + child).atMost(LIMIT).until(() -> !child.running());
    return child.exitCode();
  }

  /** Asks it to end, as Ctrl-C and a service manager do. */
  void terminate() {
    child.terminate();
  }

  /** What it wrote to standard output so far. */
  List<String> output() {
    return output;
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
