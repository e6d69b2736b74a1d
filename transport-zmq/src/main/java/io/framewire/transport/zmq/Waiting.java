package io.framewire.transport.zmq;

import io.framewire.spi.Transport.Sent;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import zmq.Msg;

/**
 * All patterns but PUB: a message waits for room, and so for a peer. ZeroMQ takes any connection
 * for one. So a sender that binds waits until somebody has shaken hands, for it would lose the
 * message to a stranger. A PUSH socket that connects gives its first messages to a peer of any type
 * and loses them; so there the first one waits until it is known who listens.
 */
final class Waiting implements FirstPart {
  private final TransportRequest request;
  private final LiveSocket socket;
  private final PeerCheck peer;
  private final Connections connections;
  private boolean handshakeSeen;

  Waiting(TransportRequest request, LiveSocket socket, PeerCheck peer, PeerWatch watch) {
    this.request = request;
    this.socket = socket;
    this.peer = peer;
    this.connections = watch.connections();
  }

  @Override
  public Sent send(Msg part, int more, Deadline deadline) {
    if (request.role() == Role.SENDER && request.bind()) {
      return sendToPeer(part, more, deadline);
    }
    boolean encrypted = request.options().security().isPresent();
    if (SocketKind.isOneWaySender(request)
        && !(encrypted ? awaitHandshake(deadline) : getToKnowPeer(deadline))) {
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

  /** In PAIR without a wait inside, during which a stranger could come and get it. */
  private Sent sendToPeer(Msg part, int more, Deadline deadline) {
    boolean pair = request.pattern() == Pattern.PAIR;
    while (connections.peers() == 0
        || !socket.send(part, more, pair ? 0 : deadline.sliceMillis())) {
      if (deadline.passed()) {
        return Sent.TIMED_OUT;
      }
      if (pair || connections.peers() == 0) {
        socket.pause();
      }
    }
    connections.placed();
    return Sent.YES;
  }

  /**
   * For a first message to an encrypted peer, of which a probe learns nothing; and one beside the
   * handshake could make the peer take this connection for a stranger's.
   */
  private boolean awaitHandshake(Deadline deadline) {
    while (!handshakeSeen && connections.peers() == 0) {
      if (deadline.passed()) {
        return false;
      }
      peer.requireCompatible();
      socket.awaitSettled(deadline.sliceMillis());
      socket.pause();
    }
    handshakeSeen = true;
    return true;
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
