package io.framewire.transport.zmq;

import io.framewire.spi.TransportRequest;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import zmq.SocketBase;

/**
 * Keeps strangers from taking what is meant for peers at a socket that binds. ZeroMQ gives a
 * connection its pipe before any handshake: PUSH and REQ sockets give messages to strangers, which
 * are lost, and a PAIR socket its only pipe to whoever comes first, while a peer that comes
 * meanwhile stays connected without one, even when the place is free again. So:
 *
 * <ul>
 *   <li>A connection that does not shake hands in time is thrown out.
 *   <li>At a PAIR socket, one that comes while another is there is thrown out before it can say
 *       anything: a ZeroMQ peer comes back by itself, 0.1 s later, and has lost nothing. If the
 *       other has not shaken hands within a grace, it is thrown out too.
 *   <li>The same happens while the socket has yet to hear that the one before has left, which it
 *       does on the thread that uses it. A peer that was admitted too early all the same is found
 *       by there being no room to answer it.
 * </ul>
 *
 * A peer that has its place is never disturbed.
 */
final class Doorkeeper {
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long ECHO_NANOS = TimeUnit.MILLISECONDS.toNanos(30);
  private static final long RESTLESS_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long SWALLOW_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** After as many looks, some time apart, socket and I/O thread agree that a peer has left. */
  private static final int LOOKS_TO_VACATE = 4;

  private final boolean binds;
  private final boolean hasOnePlace;
  private final long limit;
  private final Connections connections;
  private final AtomicInteger vacating = new AtomicInteger();
  private volatile long lastThrownOut = System.nanoTime() - RESTLESS_NANOS;
  private long withoutRoom;

  Doorkeeper(TransportRequest request, Connections connections) {
    this.binds = request.bind();
    this.hasOnePlace = binds && request.pattern() == Pattern.PAIR;
    boolean losesMessages =
        request.role() == Role.SENDER && request.pattern() != Pattern.PUB_SUB && !hasOnePlace;
    this.limit = losesMessages ? SWALLOW_NANOS : IDLE_NANOS;
    this.connections = connections;
  }

  /** A connection came; on the I/O thread, which has not yet begun to talk on it. */
  void came(Contact contact) {
    if (!hasOnePlace) {
      return;
    }
    connections.throwOut(other -> other.isStranger(GRACE_NANOS));
    // one that is thrown out has the place, too, for a moment
    boolean echo = System.nanoTime() - lastThrownOut < ECHO_NANOS;
    contact.admitted = connections.open() == 1 && vacating.get() == 0 && !echo;
    contact.echoed = echo;
    if (!contact.admitted) {
      contact.throwOut();
    }
  }

  /**
   * A connection ended. One that was refused for the echo makes no echo of its own: whoever comes
   * back faster than that would keep the door shut for good, against itself and all others. After
   * one that broke off by itself without a handshake, as one does that has another pattern, whoever
   * asks about that is let in to get an answer.
   */
  void left(Contact contact) {
    if (contact.admitted && (contact.peer || contact.isThrownOut())) {
      vacating.set(LOOKS_TO_VACATE);
    }
    if (contact.isThrownOut() && !contact.echoed) {
      lastThrownOut = System.nanoTime();
    }
  }

  /** Does what it is time for; by the thread that uses the socket. */
  void look(SocketBase socket) {
    if (!binds) {
      return;
    }
    connections.throwOut(contact -> contact.isStranger(limit));
    if (hasOnePlace) {
      vacate(socket);
      throwOutWhoeverHasNoPlace(socket);
    }
  }

  /** Whether it has to look often. */
  boolean isRestless() {
    return hasOnePlace
        && (vacating.get() > 0 || System.nanoTime() - lastThrownOut < RESTLESS_NANOS);
  }

  /** Looking for messages is how the socket hears; while there are any, the place stays taken. */
  private void vacate(SocketBase socket) {
    boolean empty = isRestless() && socket.poll(zmq.ZMQ.ZMQ_POLLIN, 0, null) <= 0;
    if (empty && vacating.get() > 0) {
      vacating.decrementAndGet();
    }
  }

  private void throwOutWhoeverHasNoPlace(SocketBase socket) {
    if (!connections.anyPeer(contact -> !contact.placed)) {
      withoutRoom = 0;
    } else if (socket.poll(zmq.ZMQ.ZMQ_POLLOUT, 0, null) > 0) {
      connections.placed();
    } else if (withoutRoom == 0) {
      withoutRoom = System.nanoTime();
    } else if (System.nanoTime() - withoutRoom > GRACE_NANOS) {
      withoutRoom = 0;
      connections.throwOut(contact -> true);
    }
  }
}
