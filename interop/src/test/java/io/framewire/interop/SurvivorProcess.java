package io.framewire.interop;

import io.framewire.StreamState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A {@link Survivor} as a process. Used by one thread. */
final class SurvivorProcess extends Peer {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private int asked;

  SurvivorProcess(List<String> streams) {
    this(List.of(), streams);
  }

  /** One that another program starts. */
  SurvivorProcess(List<String> prefix, List<String> streams) {
    super(command(prefix, streams), PythonEnvironment.target());
  }

  private static List<String> command(List<String> prefix, List<String> streams) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(JavaProgram.command(Survivor.class, streams));
    return command;
  }

  /** Where one of its streams is bound or connected. */
  String endpoint(int stream) {
    return await("ready", stream + 1).get(stream).text("endpoint");
  }

  /** Waits until its only stream has been in a state. */
  void awaitState(StreamState state, Duration limit) {
    await(
        () -> said("state").stream().anyMatch(line -> line.text("state").equals(state.name())),
        limit,
        state.name());
  }

  /** What it has done and what it holds now. */
  Status status() {
    return ask("");
  }

  /** The same without garbage. */
  Status collected() {
    return ask(Survivor.COLLECT);
  }

  private Status ask(String line) {
    try {
      input().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      input().flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(tail(), gone);
    }
    asked++;
    return new Status(await("status", asked).get(asked - 1));
  }

  /** Waits until a stream has so many frames. */
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
          Status now = collected();
          return now.holds("threads") <= before.holds("threads")
              && now.holds("descriptors") <= before.holds("descriptors")
              && now.holds("heap") <= before.holds("heap") + moreHeap
              && now.holds("resident") <= before.holds("resident") + moreMemory;
        },
        LIMIT,
        "no more than " + before);
  }

  /** One answer. */
  record Status(PeerLine line) {
    long count(int stream, String name) {
      List<?> streams = (List<?>) line.values().get("streams");
      return ((Number) ((Map<?, ?>) streams.get(stream)).get(name)).longValue();
    }

    long holds(String what) {
      return ((Number) line.values().get(what)).longValue();
    }

    @Override
    public String toString() {
      return "threads=%d, descriptors=%d, heap=%d, resident=%d"
          .formatted(holds("threads"), holds("descriptors"), holds("heap"), holds("resident"));
    }
  }
}
