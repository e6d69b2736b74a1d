package io.framewire.transport.zmq;

import io.framewire.wire.Endpoint;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.zeromq.ZMQ;

/**
 * JeroMQ's own tcp, open to everybody.
 *
 * @param address where
 * @param bind whether to bind there
 */
record TcpRoute(Address address, boolean bind) implements Route {
  @Override
  public Endpoint attach(ZMQ.Socket socket) {
    if (bind) {
      return address.bind(socket);
    }
    address.connect(socket);
    return address.endpoint();
  }

  @Override
  public Optional<SocketAddress> peer() {
    return bind ? Optional.empty() : Optional.of(address.socketAddress());
  }

  @Override
  public boolean admits(SocketChannel connection) {
    return true;
  }

  @Override
  public void closing() {
    // JeroMQ does it
  }

  @Override
  public void close(Deadline deadline) {
    // JeroMQ did it
  }
}
