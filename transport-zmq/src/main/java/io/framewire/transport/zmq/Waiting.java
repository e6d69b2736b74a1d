package io.framewire.transport.zmq;

import io.framewire.spi.Transport.Sent;
import zmq.Msg;

/** All patterns but PUB: a message waits for room, and so for a peer. */
final class Waiting implements FirstPart {
  private final LiveSocket socket;
  private final PeerCheck peer;
  private final boolean peerMustBeKnown;

  /**
   * A PUSH socket gives its first messages to a peer of any type and loses them; so there the first
   * one waits until it is known who listens.
   */
  Waiting(LiveSocket socket, PeerCheck peer, boolean peerMustBeKnown) {
    this.socket = socket;
    this.peer = peer;
    this.peerMustBeKnown = peerMustBeKnown;
  }

  @Override
  public Sent send(Msg part, int more, Deadline deadline) {
    if (peerMustBeKnown && !getToKnowPeer(deadline)) {
      return Sent.TIMED_OUT;
    }
    while (!socket.send(part, more, deadline.sliceMillis())) {
      peer.requireCompatible();
      if (deadline.passed()) {
        return Sent.TIMED_OUT;
      }
    }
    return Sent.YES;
  }

  private boolean getToKnowPeer(Deadline deadline) {
    while (!peer.isKnown()) {
      if (deadline.passed()) {
        return false;
      }
      peer.requireCompatible();
      if (socket.awaitRoom(deadline.sliceMillis()) && socket.awaitSettled(deadline.sliceMillis())) {
        peer.ask();
      }
    }
    return true;
  }
}
