package io.framewire.transport.zmq;

import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import java.net.SocketAddress;
import java.util.Optional;
import org.zeromq.ZMQ;
import zmq.Command;

/** How a socket gets to its endpoint, and who may use the connections that it has there. */
interface Route extends Admission {
  /** The route to the request's endpoint, still without a socket. */
  static Route of(TransportRequest request) {
    if (!request.endpoint().scheme().equals("ipc")) {
      return new TcpRoute(Address.of(request), request.bind());
    }
    IpcPath path = IpcPath.of(request.endpoint());
    if (UnixEngines.arePossible()) {
      return request.bind()
          ? new DirectBinding(path, request.options().socketFile())
          : new DirectConnecting(path);
    }
    return bridge(request, path);
  }

  /** By way of the loopback, which JeroMQ takes without help. */
  static Route bridge(TransportRequest request, IpcPath path) {
    return request.bind()
        ? new BindingBridge(path, request.options().socketFile())
        : new ConnectingBridge(path);
  }

  /** JeroMQ's I/O thread will do that now; on that thread. */
  default void told(Command command) {
    // nothing to it in most cases
  }

  /** Binds or connects the socket, and tells the endpoint with the port that was found. */
  Endpoint attach(ZMQ.Socket socket);

  /** Where to ask who listens; empty at the end that binds. */
  Optional<SocketAddress> peer();

  /** The socket will be closed now: nobody new gets in. */
  void closing();

  /** The socket is closed: what it wrote has until the deadline to reach the peer. */
  void close(Deadline deadline);
}
