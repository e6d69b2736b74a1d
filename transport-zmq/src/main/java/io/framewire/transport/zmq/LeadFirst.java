package io.framewire.transport.zmq;

import io.framewire.spi.Transport.Sent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import zmq.Msg;

/** Sends a {@link Lead} and then a message's first part, by its pattern's rule. */
final class LeadFirst implements FirstPart {
  private static final long LOOK_NANOS = 2_000_000;
  private static final Duration LEAST = Duration.ofMillis(200);

  private final FirstPart rule;
  private final LiveSocket socket;
  private final PeerCheck peer;
  private final PeerWatch watch;
  private boolean peerMustBeKnown;
  private Optional<Lead> lead = Optional.empty();
  private Deadline deadline = Deadline.in(Duration.ZERO);
  private int era;

  /**
   * A PUSH socket gives its first messages to a peer that it has not shaken hands with, and loses
   * them if that goes wrong; so there the first one waits until it is taken.
   */
  LeadFirst(
      FirstPart rule, LiveSocket socket, PeerCheck peer, PeerWatch watch, boolean peerMustBeKnown) {
    this.rule = rule;
    this.socket = socket;
    this.peer = peer;
    this.watch = watch;
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
    era = watch.eras();
    return sent;
  }

  /**
   * A lead that a connection took with it is gone, and the message with it. One that is not gone in
   * time is in doubt: nobody has got it yet, and nobody shall.
   */
  @Override
  public boolean reachedSomebody() {
    Deadline least = Deadline.in(LEAST);
    while (peerMustBeKnown && lead.isPresent()) {
      // in this order: once the connection is over, the lead changes no more
      boolean over = watch.erasOver() >= era || deadline.passed() && least.passed();
      if (lead.get().isEncrypted()) {
        break;
      }
      socket.requireOpen();
      peer.requireCompatible();
      if (over) {
        socket.markClosed();
        throw new PeerLeft(null);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    peerMustBeKnown &= lead.isEmpty();
    return rule.reachedSomebody();
  }
}
