package io.framewire.transport.zmq;

import io.framewire.wire.Endpoint;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQ;

/**
 * A listener on the loopback that a socket of JeroMQ's connects to. Each time JeroMQ is about to
 * try, the socket file is connected to first, so that it fails where nobody listens at the file;
 * the connection that JeroMQ then makes is joined with that one, and any other is closed.
 */
final class ConnectingBridge implements Route {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectingBridge.class);
  private static final long ARRIVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** A connection to the file that waits for JeroMQ's. */
  private record Outside(SocketChannel unix, HopPass pass) {}

  private final IpcPath place;
  private final Links links;
  private final AtomicReference<Outside> waiting = new AtomicReference<>();
  private Optional<ServerSocketChannel> listener = Optional.empty();
  // JeroMQ's I/O thread only
  private Optional<HopPass> own = Optional.empty();
  // what JeroMQ has connected with last
  private volatile Optional<HopPass> shown = Optional.empty();

  ConnectingBridge(IpcPath place) {
    this.place = place;
    this.links = new Links(place);
  }

  @Override
  public Endpoint attach(ZMQ.Socket socket) {
    place.requireConnectable();
    int port = listen();
    socket.setIPv6(false);
    socket.setSelectorChooser((address, options) -> new HopProvider(this::newHop));
    socket.connect("tcp://127.0.0.1:" + port);
    return place.endpoint();
  }

  private int listen() {
    try {
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET);
      listener = Optional.of(server);
      server.bind(HopPass.loopback(0));
      Arrivals.start(server, this::receive);
      return server.socket().getLocalPort();
    } catch (IOException failure) {
      throw place.cannot("listen on 127.0.0.1, which is needed inside for", failure);
    }
  }

  /** For JeroMQ's next attempt; throws where nobody listens at the file. */
  private SocketChannel newHop() throws IOException {
    SocketChannel unix = place.connect();
    SocketChannel hop = HopPass.newChannel();
    try {
      HopPass pass = HopPass.bind(hop);
      own = Optional.of(pass);
      drop(waiting.getAndSet(new Outside(unix, pass)));
      return hop;
    } catch (IOException failure) {
      Link.close(unix);
      Link.close(hop);
      throw failure;
    }
  }

  /** JeroMQ has connected. */
  @Override
  public boolean admits(SocketChannel connection) {
    try {
      own.orElseThrow().show(connection);
      shown = own;
      return true;
    } catch (IOException gone) {
      LOG.debug("{}: the loopback hop broke off: {}", place.endpoint(), gone.getMessage());
      return false;
    }
  }

  private void receive(SocketChannel hop) throws IOException {
    Outside outside = waiting.get();
    if (outside == null || !outside.pass.isFrom(hop)) {
      LOG.debug("{}: closed a stranger's connection to the loopback hop", place.endpoint());
      Link.close(hop);
      return;
    }
    if (!links.start(new Link(outside.unix, unix -> checked(hop, outside.pass)))) {
      Link.close(hop);
    }
    waiting.compareAndSet(outside, null);
  }

  private static SocketChannel checked(SocketChannel hop, HopPass pass) throws IOException {
    try {
      hop.setOption(StandardSocketOptions.TCP_NODELAY, true);
      hop.configureBlocking(false);
      if (!pass.isShownBy(hop)) {
        throw new IOException("a stranger connected to the loopback hop");
      }
      hop.configureBlocking(true);
      return hop;
    } catch (IOException failure) {
      Link.close(hop);
      throw failure;
    }
  }

  @Override
  public Optional<SocketAddress> peer() {
    return Optional.of(place.address());
  }

  @Override
  public void closing() {
    // JeroMQ may still have to connect for what it has to say
  }

  @Override
  public void close(Deadline deadline) {
    while (isArriving() && !deadline.passed()) {
      LockSupport.parkNanos(ARRIVAL_NANOS);
    }
    listener.ifPresent(Link::close);
    drop(waiting.getAndSet(null));
    links.close(deadline);
  }

  /** Whether a connection of JeroMQ's has still to be joined. */
  private boolean isArriving() {
    Outside outside = waiting.get();
    return outside != null && shown.filter(outside.pass::equals).isPresent();
  }

  private static void drop(Outside outside) {
    if (outside != null) {
      Link.close(outside.unix);
    }
  }
}
