package io.framewire.interop;

import io.framewire.StreamState;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A {@link Survivor} as a process. Used by one thread. */
final class SurvivorProcess implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(45);
  private static final Duration LOOK = Duration.ofMillis(20);

  private final List<PeerLine> lines = new CopyOnWriteArrayList<>();
  private final Child child;
  private int asked;

  SurvivorProcess(List<String> streams) {
    this(List.of(), streams);
  }

  /** One that another program starts. */
  SurvivorProcess(List<String> prefix, List<String> streams) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(JavaProgram.command(Survivor.class, streams));
    try {
      child = Child.start(command, PythonEnvironment.target(), this::read);
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }

  /** Where one of its streams is bound or connected. */
  String endpoint(int stream) {
    return await("ready", stream + 1).get(stream).text("endpoint");
  }

  /** Waits until one of its streams, the only one, has been in a state. */
  void awaitState(StreamState state, Duration limit) {
    await(
        () -> said("state").stream().anyMatch(line -> line.text("state").equals(state.name())),
        limit,
        state.name());
  }

  /** What it has done and what it holds now. */
  Status status() {
    try {
      OutputStream input = child.input();
      input.write("status\n".getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(child.tail(), gone);
    }
    asked++;
    return new Status(await("status", asked).get(asked - 1).values());
  }

  /** Waits until a stream has so many frames; fails with the streams' own words. */
  void awaitFrames(int stream, long frames, Duration limit) {
    await(
        () -> status().count(stream, "frames") >= frames,
        limit,
        frames + " frames of stream " + stream);
  }

  /** Waits until it holds no more than before, but for what its memory may vary by. */
  void awaitNoMoreThan(Status before, long moreHeap, long moreMemory) {
    await(
        () -> {
          Status now = status();
          return now.holds("threads") <= before.holds("threads")
              && now.holds("descriptors") <= before.holds("descriptors")
              && now.holds("heap") <= before.holds("heap") + moreHeap
              && now.holds("resident") <= before.holds("resident") + moreMemory;
        },
        LIMIT,
        "no more than " + before);
  }

  /** The last lines of its output and errors. */
  String tail() {
    return child.tail();
  }

  /** Ends it as a crash would. */
  void kill() {
    child.close();
  }

  @Override
  public void close() {
    kill();
  }

  private List<PeerLine> await(String event, int count) {
    await(() -> said(event).size() >= count || !child.running(), LIMIT, event + " number " + count);
    List<PeerLine> said = said(event);
    if (said.size() < count) {
      throw new AssertionError("the survivor ended:\n" + child.tail());
    }
    return said;
  }

  private void await(Callable<Boolean> condition, Duration limit, String what) {
    try {
      Awaitility.await(what).atMost(limit).pollInterval(LOOK).until(condition);
    } catch (ConditionTimeoutException late) {
      throw new AssertionError(late.getMessage() + "\n" + child.tail(), late);
    }
  }

  private List<PeerLine> said(String event) {
    return lines.stream().filter(line -> line.is(event)).toList();
  }

  private void read(String line) {
    PeerLine.read(line).ifPresent(lines::add);
  }

  /** One answer. */
  record Status(Map<String, Object> values) {
    long count(int stream, String name) {
      return ((Number) ((Map<?, ?>) ((List<?>) values.get("streams")).get(stream)).get(name))
          .longValue();
    }

    long holds(String what) {
      return ((Number) values.get(what)).longValue();
    }
  }
}
