package io.framewire.interop;

import io.framewire.wire.Pattern;

/** A peer that is killed and started again: which side of which pattern, ours or vidgear's. */
record KilledPeer(Pattern pattern, boolean sends, boolean vidgear) {
  private static final String PATIENCE = "--timeout=60";

  /** The survivor's argument for the stream at the other end. */
  String survivor(String place) {
    return other().asSurvivor(place);
  }

  /** The survivor's argument for a stream like this. */
  String asSurvivor(String place) {
    return (sends ? "sender," : "receiver,")
        + pattern
        + ","
        + (sends ? place : "tcp://127.0.0.1:0");
  }

  KilledPeer other() {
    return new KilledPeer(pattern, !sends, vidgear);
  }

  /** Starts it; closing it is {@code kill -9}. */
  AutoCloseable start(String endpoint) {
    return vidgear ? startVidgear(endpoint) : startOwn(endpoint, PATIENCE);
  }

  Cli startOwn(String endpoint, String... more) {
    return sends ? Cli.send(pattern, endpoint, more) : Cli.receive(pattern, endpoint, more);
  }

  private VidgearPeer startVidgear(String endpoint) {
    PatternedFrames frames = PatternedFrames.small(sends ? 1_000_000 : 0, 61);
    return sends
        ? VidgearPeer.sender(pattern, endpoint, frames, "--pace=0.02", PATIENCE)
        : VidgearPeer.receiverAt(endpoint, pattern, frames, PATIENCE);
  }
}
