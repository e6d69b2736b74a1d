package io.framewire.transport.zmq;

import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.zeromq.ZMQ;

/**
 * A socket that is bound or connected, with the context that is its own.
 *
 * @param context what runs it
 * @param socket the socket
 * @param endpoint where, with the port that was found where 0 was asked for
 * @param peerAddress where it connects to; empty if it is bound
 * @param zapHandler who lets clients in, at the server of an encrypted stream
 */
record OpenSocket(
    ZMQ.Context context,
    ZMQ.Socket socket,
    Endpoint endpoint,
    Optional<InetSocketAddress> peerAddress,
    Optional<ZapHandler> zapHandler) {
  /** Makes all of it, or throws and leaves nothing. */
  static OpenSocket open(TransportRequest request, Strangers strangers) {
    Address address = Address.of(request);
    Optional<Encryption> encryption = request.options().security().map(Encryption::of);
    ZMQ.Context context = ZmqThreads.context();
    ZMQ.Socket socket = context.socket(SocketKind.of(request.pattern(), request.role()));
    OpenSocket opened =
        new OpenSocket(context, socket, request.endpoint(), Optional.empty(), Optional.empty());
    try {
      ZmqSockets.configure(socket, request, strangers.unfinished());
      encryption.ifPresent(keys -> keys.configure(socket, Lead.isUsed(request)));
      opened = opened.with(encryption.flatMap(keys -> keys.startZapHandler(context)));
      opened.zapHandler.ifPresent(strangers::decides);
      socket.base().setEventHook(strangers, ZMQ.EVENT_ALL);
      return opened.attach(request, address);
    } catch (RuntimeException failure) {
      opened.close(Duration.ZERO);
      throw failure;
    }
  }

  private OpenSocket with(Optional<ZapHandler> handler) {
    return new OpenSocket(context, socket, endpoint, peerAddress, handler);
  }

  private OpenSocket attach(TransportRequest request, Address address) {
    if (request.bind()) {
      return new OpenSocket(context, socket, address.bind(socket), peerAddress, zapHandler);
    }
    address.connect(socket);
    return new OpenSocket(
        context, socket, endpoint, Optional.of(address.socketAddress()), zapHandler);
  }

  /** True if nothing of it is left. */
  boolean close(Duration linger) {
    socket.setLinger((int) Math.min(Integer.MAX_VALUE, linger.toMillis()));
    return Shutdown.of(this, linger);
  }
}
