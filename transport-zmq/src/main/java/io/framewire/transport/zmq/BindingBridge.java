package io.framewire.transport.zmq;

import io.framewire.error.TransportException;
import io.framewire.wire.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * A socket file in front of a socket of JeroMQ's, which is bound on the loopback and serves only
 * the connections that are made to it here.
 */
final class BindingBridge implements Route {
  private static final Logger LOG = LoggerFactory.getLogger(BindingBridge.class);
  private static final String LOOPBACK = "tcp://127.0.0.1:";

  private final IpcPath place;
  private final Set<PosixFilePermission> permissions;
  private final Links links;
  private final Map<SocketAddress, HopPass> passes = new ConcurrentHashMap<>();
  private Optional<SocketFile> file = Optional.empty();

  BindingBridge(IpcPath place, Set<PosixFilePermission> permissions) {
    this.place = place;
    this.permissions = permissions;
    this.links = new Links(place);
  }

  @Override
  public Endpoint attach(ZMQ.Socket socket) {
    SocketFile bound = SocketFile.bind(place, permissions);
    file = Optional.of(bound);
    InetSocketAddress inside = bindInside(socket);
    Arrivals.start(bound.server(), unix -> links.start(link(unix, inside)));
    return place.endpoint();
  }

  private InetSocketAddress bindInside(ZMQ.Socket socket) {
    try {
      socket.setIPv6(false);
      socket.bind(LOOPBACK + "*");
      String bound = socket.getLastEndpoint();
      return HopPass.loopback(Integer.parseInt(bound.substring(bound.lastIndexOf(':') + 1)));
    } catch (ZMQException failure) {
      throw new TransportException(
          "cannot bind "
              + place.endpoint()
              + ": it needs a port of "
              + LOOPBACK
              + " inside: "
              + failure.getMessage(),
          failure);
    }
  }

  private Link link(SocketChannel unix, InetSocketAddress inside) throws IOException {
    return new Link(unix, HopPass.newChannel(), hop -> connect(hop, inside));
  }

  private void connect(SocketChannel hop, InetSocketAddress inside) throws IOException {
    HopPass pass = HopPass.bind(hop);
    passes.put(pass.from(), pass);
    try {
      hop.connect(inside);
      pass.show(hop);
    } catch (IOException failure) {
      passes.remove(pass.from());
      throw failure;
    }
  }

  @Override
  public boolean admits(SocketChannel connection) {
    try {
      HopPass pass = passes.remove(connection.getRemoteAddress());
      if (pass != null && pass.isShownBy(connection)) {
        return true;
      }
      LOG.debug("{}: turned a stranger out of the loopback hop", place.endpoint());
    } catch (IOException gone) {
      LOG.debug("{}: a connection of the loopback hop has gone", place.endpoint());
    }
    return false;
  }

  @Override
  public Optional<SocketAddress> peer() {
    return Optional.empty();
  }

  @Override
  public void closing() {
    file.ifPresent(SocketFile::close);
  }

  @Override
  public void close(Deadline deadline) {
    links.close(deadline);
  }
}
