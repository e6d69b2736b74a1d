package io.framewire.transport.zmq;

import io.framewire.wire.Endpoint;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.zeromq.ZMQ;
import zmq.Command;

/** Connections of JeroMQ's to a socket file, made for it whenever it is about to try. */
final class DirectConnecting implements Route {
  /** JeroMQ wants one, and nobody connects to it. */
  private static final String NOWHERE = "tcp://127.0.0.1:1";

  private final IpcPath place;
  private Optional<Route> detour = Optional.empty();

  DirectConnecting(IpcPath place) {
    this.place = place;
  }

  @Override
  public Endpoint attach(ZMQ.Socket socket) {
    if (!PatientMailbox.isInstalled(socket)) {
      // nobody would see the engine
      detour = Optional.of(new ConnectingBridge(place));
      return detour.get().attach(socket);
    }
    place.requireConnectable();
    socket.setSelectorChooser((address, options) -> new HopProvider(this::connect));
    socket.connect(NOWHERE);
    return place.endpoint();
  }

  /** Throws where nobody listens, after which JeroMQ tries again. */
  private SocketChannel connect() throws IOException {
    SocketChannel unix = place.connect();
    try {
      unix.setOption(StandardSocketOptions.SO_SNDBUF, Link.BUFFER_BYTES);
      return new UnixGuise(unix);
    } catch (IOException failure) {
      Link.close(unix);
      throw failure;
    }
  }

  @Override
  public void told(Command command) {
    UnixEngines.reveal(command);
  }

  @Override
  public boolean admits(SocketChannel connection) {
    return detour.map(way -> way.admits(connection)).orElse(true);
  }

  @Override
  public Optional<SocketAddress> peer() {
    return Optional.of(place.address());
  }

  @Override
  public void closing() {
    // JeroMQ does it
  }

  @Override
  public void close(Deadline deadline) {
    detour.ifPresent(way -> way.close(deadline));
  }
}
