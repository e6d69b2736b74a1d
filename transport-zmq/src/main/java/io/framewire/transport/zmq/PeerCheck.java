package io.framewire.transport.zmq;

import io.framewire.error.ProtocolException;
import io.framewire.spi.Situation;
import io.framewire.spi.Situation.State;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Role;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.zeromq.SocketType;

/**
 * Whether the peer that a socket connects to has a pattern that fits. JeroMQ only breaks the
 * connection where it does not; so who is there is then asked on a connection of its own. A peer
 * that has not turned this end away is never asked, for that connection would take a PAIR socket's
 * only place; except for PUSH, where any number fits. Safe for use by several threads.
 */
final class PeerCheck {
  private static final long LOOK_NANOS = 10_000_000;

  private final TransportRequest request;
  private final Optional<SocketAddress> address;
  private final PeerWatch watch;
  private boolean known;
  private Optional<Situation> misfit = Optional.empty();

  /** Without an address, at the end that binds, there is nobody to ask. */
  PeerCheck(TransportRequest request, Optional<SocketAddress> address, PeerWatch watch) {
    this.request = request;
    this.address = address;
    this.watch = watch;
  }

  /** Throws if the peer turned this end away and is found to have another pattern. */
  void requireCompatible() {
    misfit().ifPresent(PeerCheck::refuse);
  }

  /** The same, with time for that to become clear. */
  void requireCompatible(Deadline deadline) {
    while (!deadline.passed()) {
      requireCompatible();
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** The words about a peer that turned this end away and has another pattern. */
  Optional<Situation> misfit() {
    return watch.turnedAway() ? find() : found();
  }

  /** Asks whoever is there, and throws if that is a peer of another pattern. */
  void ask() {
    find().ifPresent(PeerCheck::refuse);
  }

  /** Whether the peer told its pattern, or there is nobody to ask. */
  synchronized boolean isKnown() {
    return known || address.isEmpty();
  }

  private synchronized Optional<Situation> found() {
    return misfit;
  }

  private synchronized Optional<Situation> find() {
    if (!isKnown()) {
      Optional<String> type = address.flatMap(HandshakeProbe::socketType);
      known = type.isPresent();
      misfit = type.flatMap(this::judge);
    }
    return misfit;
  }

  private Optional<Situation> judge(String peerType) {
    if (peerType.equals(HandshakeProbe.NO_ZEROMQ)) {
      return misfit(
          "what listens at " + request.endpoint() + " is no ZeroMQ peer: check the address");
    }
    SocketType mine = SocketKind.of(request.pattern(), request.role());
    if (zmq.socket.Sockets.compatible(mine.type(), peerType)) {
      return Optional.empty();
    }
    Role other = request.role().other();
    return misfit(
        "the peer at "
            + request.endpoint()
            + " has pattern "
            + SocketKind.patternWord(peerType, other)
            + ", which does not fit "
            + request.pattern().word(request.role())
            + ": use the same pattern at both ends");
  }

  private static Optional<Situation> misfit(String words) {
    return Optional.of(new Situation(State.INCOMPATIBLE, words));
  }

  private static void refuse(Situation found) {
    throw new ProtocolException(found.words());
  }
}
