package io.framewire.transport.zmq;

import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import java.time.Duration;
import org.zeromq.ZMQ;

/**
 * A socket that is bound or connected, with the context that is its own.
 *
 * @param context what runs it
 * @param socket the socket
 * @param endpoint where, with the port that was found where 0 was asked for
 * @param route how it got there
 */
record OpenSocket(ZMQ.Context context, ZMQ.Socket socket, Endpoint endpoint, Route route) {
  /** Makes all of it, or throws and leaves nothing. */
  static OpenSocket open(TransportRequest request, PeerWatch watch, Route route) {
    ZMQ.Context context = ZmqThreads.context();
    ZMQ.Socket socket = context.socket(SocketKind.of(request.pattern(), request.role()));
    try {
      ZmqSockets.configure(socket, request);
      socket.base().setEventHook(watch, ZMQ.EVENT_ALL);
      return new OpenSocket(context, socket, route.attach(socket), route);
    } catch (RuntimeException failure) {
      close(context, socket, route, Duration.ZERO);
      throw failure;
    }
  }

  /** True if nothing of it is left. */
  boolean close(Duration linger) {
    return close(context, socket, route, linger);
  }

  private static boolean close(
      ZMQ.Context context, ZMQ.Socket socket, Route route, Duration linger) {
    Deadline deadline = Deadline.in(linger);
    route.closing();
    socket.setLinger((int) Math.min(Integer.MAX_VALUE, linger.toMillis()));
    boolean complete = Shutdown.of(context, socket, linger);
    route.close(deadline);
    return complete;
  }
}
