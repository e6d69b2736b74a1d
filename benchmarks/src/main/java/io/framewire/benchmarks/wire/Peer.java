package io.framewire.benchmarks.wire;

import static io.framewire.benchmarks.wire.Lane.IPC_PAIR;
import static io.framewire.benchmarks.wire.Lane.IPC_REQ;
import static io.framewire.benchmarks.wire.Lane.PAIR;
import static io.framewire.benchmarks.wire.Lane.PUB;
import static io.framewire.benchmarks.wire.Lane.PUSH;
import static io.framewire.benchmarks.wire.Lane.REQ;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is measured. */
enum Peer {
  FRAMEWIRE(
      "framewire",
      "Framewire",
      Program.java("framewire", "--style", "ready"),
      EnumSet.allOf(Lane.class)),
  FRAMEWIRE_PUSH(
      "framewire-push",
      "Framewire, frames pushed",
      Program.java("framewire", "--style", "push"),
      EnumSet.allOf(Lane.class)),
  FRAMEWIRE_DRAWN(
      "framewire-drawn",
      "Framewire, frames drawn",
      Program.java("framewire", "--style", "drawn"),
      EnumSet.allOf(Lane.class)),
  NETGEAR_ASYNC(
      "netgear-async",
      "NetGear_Async",
      Program.python("wire_netgear_async.py"),
      EnumSet.complementOf(EnumSet.of(Lane.PAIR_KEYS))),
  NETGEAR_ASYNC_BARE(
      "netgear-async-bare",
      "NetGear_Async, bare",
      Program.python("wire_netgear_async_bare.py"),
      EnumSet.of(PAIR)),
  NETGEAR("netgear", "NetGear, raw", Program.python("wire_netgear.py"), EnumSet.of(PAIR, REQ, PUB)),
  IMAGEZMQ(
      "imagezmq", "imageZMQ", Program.python("wire_imagezmq.py"), EnumSet.of(REQ, PUB, IPC_REQ)),
  PYZMQ(
      "pyzmq",
      "pyzmq, zero-copy",
      Program.python("wire_pyzmq.py"),
      EnumSet.of(PAIR, REQ, PUB, PUSH, IPC_PAIR, IPC_REQ)),
  JEROMQ("jeromq", "JeroMQ alone", Program.java("jeromq"), EnumSet.of(PAIR, REQ, PUB, PUSH)),
  TCP("tcp", "plain TCP", Program.java("tcp"), EnumSet.of(PAIR, PUSH));

  /** What a program of this project is compared as. */
  static final Set<Peer> FRAMEWIRES = EnumSet.of(FRAMEWIRE, FRAMEWIRE_PUSH, FRAMEWIRE_DRAWN);

  final String word;
  final String title;
  final Program program;
  private final Set<Lane> lanes;

  Peer(String word, String title, Program program, Set<Lane> lanes) {
    this.word = word;
    this.title = title;
    this.program = program;
    this.lanes = lanes;
  }

  boolean has(Lane lane) {
    return lanes.contains(lane);
  }

  static List<Peer> having(Lane lane, Set<Peer> wanted) {
    return wanted.stream().filter(peer -> peer.has(lane)).toList();
  }

  static Peer parse(String text) {
    return Arrays.stream(values())
        .filter(peer -> peer.word.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("\"" + text + "\" is no peer: there are " + words()));
  }

  private static String words() {
    return Arrays.stream(values()).map(peer -> peer.word).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return word;
  }
}
