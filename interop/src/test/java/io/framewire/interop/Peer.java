package io.framewire.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A process that says in lines of JSON what happens to it. Used by one thread. */
class Peer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(45);
  private static final Duration LOOK = Duration.ofMillis(10);

  private final List<PeerLine> lines = new CopyOnWriteArrayList<>();
  private final Child child;

  Peer(List<String> command, Path folder) {
    try {
      child = Child.start(command, folder, line -> PeerLine.read(line).ifPresent(lines::add));
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }

  /** Starts a program of ours. */
  static Peer program(Class<?> main, String... words) {
    return new Peer(JavaProgram.command(main, List.of(words)), PythonEnvironment.target());
  }

  /** Waits for the first line about an event. */
  final PeerLine await(String event) {
    return await(event, 1).get(0);
  }

  /** Waits for so many lines about an event. */
  final List<PeerLine> await(String event, int count) {
    await(() -> said(event).size() >= count || !child.running(), LIMIT, event + " number " + count);
    List<PeerLine> said = said(event);
    if (said.size() < count) {
      throw new AssertionError("ended without " + event + " number " + count + story());
    }
    return said;
  }

  /** Waits for anything; fails with what the process said. */
  final void await(Callable<Boolean> condition, Duration limit, String what) {
    try {
      Awaitility.await(what).atMost(limit).pollInterval(LOOK).until(condition);
    } catch (ConditionTimeoutException late) {
      throw new AssertionError(late.getMessage() + story(), late);
    }
  }

  /** Waits until the process is gone by itself; how its stream ended. */
  public final String ended() {
    String ended = await("end").text("ended");
    awaitExit();
    return ended;
  }

  /** Waits until the process is gone by itself; its exit code. */
  final int exitCode() {
    awaitExit();
    return child.exitCode();
  }

  /** Everything it said about an event so far. */
  final List<PeerLine> said(String event) {
    return lines.stream().filter(line -> line.is(event)).toList();
  }

  /** Its standard input. */
  final OutputStream input() {
    return child.input();
  }

  /** The last lines of everything it wrote, for failure messages. */
  public final String tail() {
    return child.tail();
  }

  /** Ends it as a crash would. */
  final void kill() {
    child.close();
  }

  @Override
  public final void close() {
    kill();
  }

  /** What happened to it, but for what it was asked and what comes all the time. */
  private String story() {
    List<String> events =
        lines.stream()
            .filter(line -> !line.is("status") && !line.is("frame"))
            .map(line -> line.values().toString())
            .toList();
    return "\n" + child + "\n" + String.join("\n", events) + "\n" + child.tail();
  }

  private void awaitExit() {
    await(() -> !child.running(), LIMIT, "the end");
  }
}
