package io.framewire.benchmarks.wire;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A pattern over a transport. */
enum Lane {
  PAIR("pair", "pair", false, "PAIR"),
  REQ("req", "req", false, "REQ/REP"),
  PUB("pub", "pub", false, "PUB/SUB"),
  PUSH("push", "push", false, "PUSH/PULL"),
  IPC_PAIR("ipc-pair", "pair", true, "PAIR over ipc"),
  IPC_REQ("ipc-req", "req", true, "REQ/REP over ipc"),
  PAIR_KEYS("pair-keys", "pair", false, "PAIR with keys");

  final String word;
  final String pattern;
  final boolean ipc;
  final String title;

  Lane(String word, String pattern, boolean ipc, String title) {
    this.word = word;
    this.pattern = pattern;
    this.ipc = ipc;
    this.title = title;
  }

  static Lane parse(String text) {
    return Arrays.stream(values())
        .filter(lane -> lane.word.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + text + "\" is no pattern here: there are " + words()));
  }

  private static String words() {
    return Arrays.stream(values()).map(lane -> lane.word).collect(Collectors.joining(", "));
  }

  /** Whether it is encrypted, which none of the others can. */
  boolean keys() {
    return this == PAIR_KEYS;
  }

  /** Whether frames may be lost on their way to a receiver that is slower. */
  boolean drops() {
    return this == PUB;
  }

  @Override
  public String toString() {
    return word;
  }
}
