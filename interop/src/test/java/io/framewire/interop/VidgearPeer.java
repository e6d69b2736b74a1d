package io.framewire.interop;

import io.framewire.wire.Pattern;
import java.util.ArrayList;
import java.util.List;

/** A Python script with the real vidgear in it, as a process of its own. */
public final class VidgearPeer extends Peer {
  private VidgearPeer(String script, List<String> arguments) {
    super(command(script, arguments), PythonEnvironment.scripts());
  }

  private static List<String> command(String script, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(PythonEnvironment.interpreter().toString());
    command.add(script);
    command.addAll(arguments);
    return command;
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
  public static VidgearPeer receiver(Pattern pattern, PatternedFrames frames, String... more) {
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

  /** What it said about each frame so far. */
  List<PeerLine> frames() {
    return said("frame");
  }

  /** Which of the patterned frames it received, in order of arrival. */
  public List<Integer> numbers() {
    return frames().stream().map(frame -> frame.number("number")).toList();
  }

  /** Where a receiver can be reached. */
  public String endpoint() {
    return await("ready").text("endpoint");
  }
}
