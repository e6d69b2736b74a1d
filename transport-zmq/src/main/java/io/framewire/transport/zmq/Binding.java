package io.framewire.transport.zmq;

import io.framewire.wire.Endpoint;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.zeromq.ZMQ;

/** A socket file in front of a socket of JeroMQ's, which is handed the connections made there. */
abstract class Binding implements Route {
  final IpcPath place;
  final Links links;
  private final Set<PosixFilePermission> permissions;
  private Optional<SocketFile> file = Optional.empty();

  Binding(IpcPath place, Set<PosixFilePermission> permissions) {
    this.place = place;
    this.permissions = permissions;
    this.links = new Links(place);
  }

  /** What becomes of a new connection. */
  abstract Links.Member member(SocketChannel unix, HandedListener inside);

  @Override
  public Endpoint attach(ZMQ.Socket socket) {
    SocketFile bound = SocketFile.bind(place, permissions);
    file = Optional.of(bound);
    try {
      HandedListener inside = HandedListener.add(socket, place.endpoint().toString());
      Arrivals.start(bound.server(), unix -> links.start(member(unix, inside)));
    } catch (IOException failure) {
      throw place.cannot("bind", failure);
    }
    return place.endpoint();
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
