package io.framewire.interop;

import io.framewire.wire.Pattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A Python script with the real vidgear in it, as a process of its own. */
final class VidgearPeer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(45);
  private static final Duration LOOK = Duration.ofMillis(5);

  private final List<PeerLine> lines = new CopyOnWriteArrayList<>();
  private final Child child;

  private VidgearPeer(String script, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(PythonEnvironment.interpreter().toString());
    command.add(script);
    command.addAll(arguments);
    try {
      child = Child.start(command, PythonEnvironment.scripts(), this::read);
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }

  /** Starts any script. */
  static VidgearPeer script(String script, String... arguments) {
    return new VidgearPeer(script, List.of(arguments));
  }

  /** Starts a sender that connects to a receiver; it is ready when it has done so. */
  static VidgearPeer sender(
      Pattern pattern, String endpoint, PatternedFrames frames, String... more) {
    return new VidgearPeer("sender.py", options(pattern, endpoint, frames, more));
  }

  /** Starts a receiver and waits until it is bound to a port of its own choice. */
  static VidgearPeer receiver(Pattern pattern, PatternedFrames frames, String... more) {
    return receiverAt("tcp://127.0.0.1:0", pattern, frames, more);
  }

  /** Starts a receiver and waits until it is bound. */
  static VidgearPeer receiverAt(
      String endpoint, Pattern pattern, PatternedFrames frames, String... more) {
    VidgearPeer peer = new VidgearPeer("receiver.py", options(pattern, endpoint, frames, more));
    try {
      peer.await("ready");
      return peer;
    } catch (RuntimeException | AssertionError broken) {
      peer.close();
      throw broken;
    }
  }

  private static List<String> options(
      Pattern pattern, String endpoint, PatternedFrames frames, String... more) {
    List<String> options = new ArrayList<>(frames.options());
    options.add("--pattern=" + pattern.number());
    options.add("--endpoint=" + endpoint);
    options.addAll(List.of(more));
    return options;
  }

  /** Where a receiver can be reached. */
  String endpoint() {
    return await("ready").text("endpoint");
  }

  /** Waits for the first line about an event. */
  PeerLine await(String event) {
    Awaitility.await(event + " from " + child)
        .atMost(LIMIT)
        .pollInterval(LOOK)
        .until(() -> find(event).isPresent() || !child.running());
    return find(event)
        .orElseThrow(
            () -> new AssertionError(child + " ended without \"" + event + "\":\n" + child.tail()));
  }

  /** Waits until the process is gone by itself; how its stream ended. */
  String ended() {
    String ended = await("end").text("ended");
    awaitExit();
    return ended;
  }

  /** Waits until the process is gone by itself; its exit code. */
  int exitCode() {
    awaitExit();
    return child.exitCode();
  }

  /** What it said about each frame so far. */
  List<PeerLine> frames() {
    return said("frame");
  }

  /** Everything it said about an event so far. */
  List<PeerLine> said(String event) {
    return lines.stream().filter(line -> line.is(event)).toList();
  }

  /** Which of the patterned frames it received, in order of arrival. */
  List<Integer> numbers() {
    return frames().stream().map(frame -> frame.number("number")).toList();
  }

  /** The last lines of everything it wrote, for failure messages. */
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

  private void awaitExit() {
    Awaitility.await("the end of " + child)
        .atMost(LIMIT)
        .pollInterval(LOOK)
        .until(() -> !child.running());
  }

  private Optional<PeerLine> find(String event) {
    return lines.stream().filter(line -> line.is(event)).findFirst();
  }

  private void read(String line) {
    if (!line.startsWith("{")) {
      return;
    }
    try {
      lines.add(PeerLine.parse(line));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(line, unreadable);
    }
  }
}
