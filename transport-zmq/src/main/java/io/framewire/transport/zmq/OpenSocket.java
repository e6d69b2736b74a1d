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
 */
record OpenSocket(
    ZMQ.Context context,
    ZMQ.Socket socket,
    Endpoint endpoint,
    Optional<InetSocketAddress> peerAddress) {
  /** Makes all of it, or throws and leaves nothing. */
  static OpenSocket open(TransportRequest request, PeerWatch watch) {
    Address address = Address.of(request);
    ZMQ.Context context = ZmqThreads.context();
    ZMQ.Socket socket = context.socket(SocketKind.of(request.pattern(), request.role()));
    try {
      ZmqSockets.configure(socket, request);
      watch.watch(socket.base());
      return attach(context, socket, request, address);
    } catch (RuntimeException failure) {
      close(context, socket, Duration.ZERO);
      throw failure;
    }
  }

  private static OpenSocket attach(
      ZMQ.Context context, ZMQ.Socket socket, TransportRequest request, Address address) {
    if (request.bind()) {
      return new OpenSocket(context, socket, address.bind(socket), Optional.empty());
    }
    address.connect(socket);
    return new OpenSocket(
        context, socket, request.endpoint(), Optional.of(address.socketAddress()));
  }

  /** True if nothing of it is left. */
  boolean close(Duration linger) {
    return close(context, socket, linger);
  }

  private static boolean close(ZMQ.Context context, ZMQ.Socket socket, Duration linger) {
    socket.setLinger((int) Math.min(Integer.MAX_VALUE, linger.toMillis()));
    return Shutdown.of(context, socket, linger);
  }
}
