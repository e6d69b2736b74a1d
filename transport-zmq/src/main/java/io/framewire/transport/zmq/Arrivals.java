package io.framewire.transport.zmq;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes connections in, on a thread of its own, until the listening channel is closed. */
final class Arrivals implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** What becomes of a connection; it is taken over unless this throws. */
  interface Reception {
    void take(SocketChannel connection) throws IOException;
  }

  private final ServerSocketChannel server;
  private final Reception reception;

  private Arrivals(ServerSocketChannel server, Reception reception) {
    this.server = server;
    this.reception = reception;
  }

  static void start(ServerSocketChannel server, Reception reception) {
    ZmqThreads.startBridge(new Arrivals(server, reception), "accept");
  }

  @Override
  public void run() {
    while (server.isOpen()) {
      try {
        receive(server.accept());
      } catch (ClosedChannelException closed) {
        LOG.trace("no more arrivals");
      } catch (IOException failure) {
        // too many open files, for instance, which goes on until others are closed
        LOG.warn("cannot take a connection: {}", failure.getMessage());
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void receive(SocketChannel connection) {
    try {
      reception.take(connection);
    } catch (IOException | OutOfMemoryError failure) {
      LOG.warn("cannot serve a connection: {}", failure.getMessage());
      Link.close(connection);
    }
  }
}
