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
 * Whether the peer that a socket connects to has a pattern and keys that fit. JeroMQ only breaks
 * the connection where it does not; so who is there is then asked on a connection of its own. A
 * peer that has not turned this end away is never asked, for that connection would take a PAIR
 * socket's only place; except for PUSH, where any number fits. Safe for use by several threads.
 */
final class PeerCheck {
  private static final long LOOK_NANOS = 10_000_000;
  private static final long ASK_AGAIN_NANOS = 200_000_000;

  private final TransportRequest request;
  private final Optional<SocketAddress> address;
  private final PeerWatch watch;
  private final Strangers strangers;
  private final boolean encrypted;
  private long askAgain = System.nanoTime();
  private boolean known;
  private Optional<Situation> misfit = Optional.empty();

  /** Without an address, at the end that binds, there is nobody to ask. */
  PeerCheck(
      TransportRequest request,
      Optional<SocketAddress> address,
      PeerWatch watch,
      Strangers strangers) {
    this.request = request;
    this.address = address;
    this.watch = watch;
    this.strangers = strangers;
    this.encrypted = request.options().security().isPresent();
  }

  /** Throws if a peer sends without end, or turned this end away and is found not to fit. */
  void requireCompatible() {
    misfit().ifPresent(PeerCheck::refuse);
  }

  /** The same, with time for that to become clear where it is not. */
  void requireCompatible(Deadline deadline) {
    while (address.isPresent() && !watch.everPeer() && !deadline.passed()) {
      requireCompatible();
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** The words about a peer that sends without end, or turned this end away and does not fit. */
  Optional<Situation> misfit() {
    Optional<String> excess = strangers.unfinished().excess();
    if (excess.isPresent()) {
      return misfit(excess.get());
    }
    return watch.turnedAway() ? find() : found();
  }

  /** Asks whoever is there, and throws if that is a peer that does not fit. */
  void ask() {
    find().ifPresent(PeerCheck::refuse);
  }

  /** Whether the peer told what it may tell anybody, or there is nobody to ask. */
  synchronized boolean isKnown() {
    return known || address.isEmpty();
  }

  private synchronized Optional<Situation> found() {
    return misfit;
  }

  private synchronized Optional<Situation> find() {
    if (!isKnown() && System.nanoTime() - askAgain >= 0) {
      askAgain = System.nanoTime() + ASK_AGAIN_NANOS;
      Optional<HandshakeProbe.Found> found = address.flatMap(HandshakeProbe::ask);
      known = found.isPresent();
      misfit = found.flatMap(this::judge);
      misfit.ifPresent(watch::incompatible);
    }
    return misfit.isPresent() ? misfit : judgeKeys();
  }

  private Optional<Situation> judge(HandshakeProbe.Found found) {
    if (found.mechanism().isEmpty()) {
      return misfit(
          "what listens at " + request.endpoint() + " is no ZeroMQ peer: check the address");
    }
    String mechanism = found.mechanism().get();
    if (mechanism.equals(encrypted ? HandshakeProbe.CURVE : HandshakeProbe.PLAIN)) {
      return found.socketType().flatMap(this::judgeType);
    }
    return misfit(
        "the peer at "
            + request.endpoint()
            + (encrypted
                ? " is not encrypted: give it keys, or this end none"
                : " is encrypted with " + mechanism + ": give this end keys"));
  }

  /** An end that JeroMQ has given up was told to go, without a reason where its key was unknown. */
  private Optional<Situation> judgeKeys() {
    boolean refused = strangers.refusesOurKey();
    boolean givenUp = refused ? watch.hasGivenUp() : watch.hasSurelyGivenUp();
    if (!encrypted || request.bind() || !givenUp) {
      return Optional.empty();
    }
    String server = "the server at " + request.endpoint();
    return misfit(
        refused
            ? server + " does not know this end's key: copy its NAME.key to the server's clients"
            : server + " has other keys than this end knows it by: copy its NAME.key here anew");
  }

  private Optional<Situation> judgeType(String peerType) {
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
