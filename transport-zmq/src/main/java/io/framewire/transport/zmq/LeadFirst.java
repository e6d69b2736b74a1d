package io.framewire.transport.zmq;

import io.framewire.error.ProtocolException;
import io.framewire.spi.Transport.Sent;
import io.framewire.wire.Endpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import zmq.Msg;

/** Sends a {@link Lead} and then a message's first part, by its pattern's rule. */
final class LeadFirst implements FirstPart {
  private static final long LOOK_NANOS = 2_000_000;
  private static final Duration HANDSHAKE = Duration.ofSeconds(5);

  private final FirstPart rule;
  private final LiveSocket socket;
  private final PeerCheck peer;
  private final Endpoint endpoint;
  private boolean peerMustBeKnown;
  private Optional<Lead> lead = Optional.empty();
  private Deadline deadline = Deadline.in(Duration.ZERO);

  /**
   * A PUSH socket gives its first messages to a peer that it has not shaken hands with, and loses
   * them if that goes wrong; so there the first one waits until it is taken.
   */
  LeadFirst(
      FirstPart rule,
      LiveSocket socket,
      PeerCheck peer,
      Endpoint endpoint,
      boolean peerMustBeKnown) {
    this.rule = rule;
    this.socket = socket;
    this.peer = peer;
    this.endpoint = endpoint;
    this.peerMustBeKnown = peerMustBeKnown;
  }

  @Override
  public Sent send(Msg part, int more, Deadline limit) {
    Lead next = new Lead();
    Sent sent = rule.send(next, zmq.ZMQ.ZMQ_SNDMORE, limit);
    if ((sent == Sent.YES || sent == Sent.PARTLY) && !socket.send(part, more, 0)) {
      socket.markClosed();
      throw new PeerLeft(null);
    }
    lead = Optional.of(next);
    deadline = limit;
    return sent;
  }

  @Override
  public boolean reachedSomebody() {
    Deadline handshake = Deadline.in(HANDSHAKE);
    while (peerMustBeKnown && !lead.map(Lead::isEncrypted).orElse(true)) {
      socket.requireOpen();
      peer.requireCompatible();
      if (deadline.passed() && handshake.passed()) {
        throw new ProtocolException(
            "the peer at "
                + endpoint
                + " did not finish the handshake: use the same pattern at both ends, and keys that"
                + " belong together");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    peerMustBeKnown = false;
    return rule.reachedSomebody();
  }
}
