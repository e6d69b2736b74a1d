package io.framewire.transport.zmq;

import io.framewire.wire.Endpoint;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.zeromq.ZMQ;

/** A socket file in front of a socket of JeroMQ's, which is handed the connections made there. */
final class BindingBridge implements Route {
  private final IpcPath place;
  private final Set<PosixFilePermission> permissions;
  private final Links links;
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
    try {
      HandedListener inside = HandedListener.add(socket, place.endpoint().toString());
      Arrivals.start(
          bound.server(), unix -> links.start(new Link(unix, from -> join(from, inside))));
    } catch (IOException failure) {
      throw place.cannot("bind", failure);
    }
    return place.endpoint();
  }

  private static SocketChannel join(SocketChannel unix, HandedListener inside) throws IOException {
    ByteBuffer greeting = FirstBytes.of(unix);
    LoopbackPair pair = LoopbackPair.open();
    inside.hand(pair.inner());
    try {
      pair.outer().write(greeting);
      return pair.outer();
    } catch (IOException failure) {
      Link.close(pair.outer());
      throw failure;
    }
  }

  /** Nobody else can have one. */
  @Override
  public boolean admits(SocketChannel connection) {
    return true;
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
