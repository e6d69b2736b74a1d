package io.framewire.transport.zmq;

import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import java.time.Duration;
import java.util.Optional;
import org.zeromq.ZMQ;

/**
 * A socket that is bound or connected, with the context that is its own.
 *
 * @param context what runs it
 * @param socket the socket
 * @param endpoint where, with the port that was found where 0 was asked for
 * @param route how it got there
 * @param zapHandler who lets clients in, at the server of an encrypted stream
 */
record OpenSocket(
    ZMQ.Context context,
    ZMQ.Socket socket,
    Endpoint endpoint,
    Route route,
    Optional<ZapHandler> zapHandler) {
  /** Makes all of it, or throws and leaves nothing. */
  static OpenSocket open(
      TransportRequest request, PeerWatch watch, Strangers strangers, Route route) {
    Optional<Encryption> encryption = request.options().security().map(Encryption::of);
    ZMQ.Context context = ZmqThreads.context();
    ZMQ.Socket socket = context.socket(SocketKind.of(request.pattern(), request.role()));
    OpenSocket opened =
        new OpenSocket(context, socket, request.endpoint(), route, Optional.empty());
    try {
      PatientMailbox.install(socket, route::told);
      ZmqSockets.configure(socket, request);
      encryption.ifPresent(keys -> keys.configure(socket, Lead.isUsed(request)));
      opened = opened.with(encryption.flatMap(keys -> keys.startZapHandler(context)));
      opened.zapHandler.ifPresent(strangers::decides);
      watch.watch(socket.base(), ZmqSockets.memory(request, strangers.unfinished()));
      socket.base().setEventHook(strangers, ZMQ.EVENT_ALL);
      return opened.at(route.attach(socket));
    } catch (RuntimeException failure) {
      opened.close(Duration.ZERO);
      throw failure;
    }
  }

  private OpenSocket with(Optional<ZapHandler> handler) {
    return new OpenSocket(context, socket, endpoint, route, handler);
  }

  private OpenSocket at(Endpoint found) {
    return new OpenSocket(context, socket, found, route, zapHandler);
  }

  /** True if nothing of it is left. */
  boolean close(Duration linger) {
    Deadline deadline = Deadline.in(linger);
    route.closing();
    socket.setLinger((int) Math.min(Integer.MAX_VALUE, linger.toMillis()));
    boolean complete = Shutdown.of(this, linger);
    route.close(deadline);
    return complete;
  }
}
