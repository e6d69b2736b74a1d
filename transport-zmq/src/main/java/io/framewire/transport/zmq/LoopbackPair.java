package io.framewire.transport.zmq;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Two TCP channels that are connected with each other over the loopback, whoever else connects
 * there at that moment.
 *
 * @param inner the one for JeroMQ, which does not block
 * @param outer the other one, which blocks
 */
record LoopbackPair(SocketChannel inner, SocketChannel outer) {
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  static LoopbackPair open() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
      server.bind(HopPass.loopback(0));
      return over(server);
    }
  }

  /** Made by means of a channel that listens on the loopback. */
  static LoopbackPair over(ServerSocketChannel server) throws IOException {
    SocketChannel outer = HopPass.newChannel();
    try {
      server.configureBlocking(false);
      return connect(outer, server, Deadline.in(LIMIT));
    } catch (IOException | RuntimeException failure) {
      Link.close(outer);
      throw failure;
    }
  }

  private static LoopbackPair connect(
      SocketChannel outer, ServerSocketChannel server, Deadline deadline) throws IOException {
    HopPass pass = HopPass.bind(outer);
    outer.configureBlocking(false);
    boolean connected = outer.connect(server.getLocalAddress());
    while (!connected && !outer.finishConnect()) {
      pause(deadline);
    }
    pass.show(outer);
    outer.configureBlocking(true);
    return new LoopbackPair(accept(server, pass, deadline), outer);
  }

  private static SocketChannel accept(ServerSocketChannel server, HopPass pass, Deadline deadline)
      throws IOException {
    while (true) {
      SocketChannel arrived = server.accept();
      if (arrived == null) {
        pause(deadline);
      } else if (isOurs(arrived, pass)) {
        arrived.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return arrived;
      } else {
        Link.close(arrived);
      }
    }
  }

  private static boolean isOurs(SocketChannel arrived, HopPass pass) {
    try {
      arrived.configureBlocking(false);
      return pass.isFrom(arrived) && pass.isShownBy(arrived);
    } catch (IOException gone) {
      return false;
    }
  }

  private static void pause(Deadline deadline) throws IOException {
    if (deadline.passed()) {
      throw new IOException("the loopback does not connect");
    }
    LockSupport.parkNanos(LOOK_NANOS);
  }
}
