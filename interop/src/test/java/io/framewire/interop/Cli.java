package io.framewire.interop;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.cli.Main;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The command's main class as a process, without the launcher between it and its signals. */
final class Cli implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(45);
  private static final String SOURCE = "test:64x48?fps=40";
  private static final List<String> HEEDS = List.of("env", "--default-signal=INT,TERM");

  private final List<String> output = new CopyOnWriteArrayList<>();
  private final Child child;

  private Cli(List<String> command) {
    try {
      child = Child.start(command, PythonEnvironment.target(), output::add);
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }

  /** Starts {@code send} with small pictures to somewhere. */
  static Cli send(Pattern pattern, String endpoint, String... more) {
    return start(List.of(), pattern, Role.SENDER, List.of("send", SOURCE, "--to", endpoint), more);
  }

  /** Starts {@code receive} somewhere. */
  static Cli receive(Pattern pattern, String endpoint, String... more) {
    return start(List.of(), pattern, Role.RECEIVER, List.of("receive", "--at", endpoint), more);
  }

  /** Starts either in PAIR so that signals work, whatever the program that started this ignores. */
  static Cli signalled(boolean sends, String endpoint) {
    return sends
        ? start(HEEDS, Pattern.PAIR, Role.SENDER, List.of("send", SOURCE, "--to", endpoint))
        : start(HEEDS, Pattern.PAIR, Role.RECEIVER, List.of("receive", "--at", endpoint));
  }

  private static Cli start(
      List<String> prefix, Pattern pattern, Role role, List<String> first, String... more) {
    List<String> words = new ArrayList<>(first);
    words.addAll(List.of("--pattern", pattern.word(role), "--json"));
    words.addAll(List.of(more));
    List<String> command = new ArrayList<>(prefix);
    command.addAll(JavaProgram.command(Main.class, words));
    return new Cli(command);
  }

  /** Waits for the end; the exit code. */
  int exitCode() {
    try {
      if (!child.awaitEnd(LIMIT)) {
        throw new AssertionError("not ended in " + LIMIT + ":\n" + child.tail());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    return child.exitCode();
  }

  /** What its last line of output says. */
  Map<String, Object> json() throws IOException {
    return JSON.std.mapFrom(output.get(output.size() - 1));
  }

  /** Its process, for signals. */
  long id() {
    return child.id();
  }

  /** The last lines of its output and errors. */
  String tail() {
    return child.tail();
  }

  @Override
  public void close() {
    child.close();
  }
}
