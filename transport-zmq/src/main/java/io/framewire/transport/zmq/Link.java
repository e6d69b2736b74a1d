package io.framewire.transport.zmq;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Unix connection and its hop over the loopback to JeroMQ, with a thread for the bytes of each
 * direction. The end of one direction is passed on; the other then has a while to end, too.
 */
final class Link implements Links.Member {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  /**
   * A small frame at once: each piece costs four threads a wake-up. Linux has 208 KB by default.
   */
  static final int BUFFER_BYTES = 1 << 20;

  private static final long GRACE_SECONDS = 5;

  /** Makes the hop, as a channel that blocks, before bytes may pass; throws if none may. */
  interface Joining {
    SocketChannel join(SocketChannel unix) throws IOException;
  }

  private final SocketChannel unix;
  private final Joining joining;
  private final CountDownLatch directions = new CountDownLatch(2);
  private Optional<SocketChannel> joined = Optional.empty();
  private boolean closed;

  Link(SocketChannel unix, Joining joining) {
    this.unix = unix;
    this.joining = joining;
  }

  /** Carries bytes until the connection has ended in both directions. */
  @Override
  public void run() {
    try {
      unix.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
      SocketChannel hop = adopt(joining.join(unix));
      Thread out = ZmqThreads.startBridge(() -> pass(hop, unix), "out");
      pass(unix, hop);
      close();
      out.join();
    } catch (IOException failure) {
      LOG.debug("no hop for a Unix connection: {}", failure.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  private void pass(SocketChannel from, SocketChannel to) {
    try {
      pump(from, to);
    } catch (IOException gone) {
      LOG.debug("a Unix connection broke off: {}", gone.toString());
    } finally {
      endOutput(to);
      directions.countDown();
      awaitBoth();
      close();
    }
  }

  private static void pump(SocketChannel from, SocketChannel to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    while (from.read(buffer.clear()) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        to.write(buffer);
      }
    }
  }

  private static void endOutput(SocketChannel to) {
    try {
      to.shutdownOutput();
    } catch (IOException gone) {
      LOG.trace("nobody to tell of the end: {}", gone.toString());
    }
  }

  private void awaitBoth() {
    try {
      if (!directions.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        LOG.debug("a Unix connection ended in one direction only");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized SocketChannel adopt(SocketChannel hop) throws IOException {
    if (closed) {
      close(hop);
      throw new ClosedChannelException();
    }
    joined = Optional.of(hop);
    return hop;
  }

  /** Ends both connections at once, and with them the threads. */
  @Override
  public synchronized void close() {
    closed = true;
    close(unix);
    joined.ifPresent(Link::close);
  }

  static void close(Closeable channel) {
    try {
      channel.close();
    } catch (IOException failure) {
      LOG.debug("cannot close {}: {}", channel, failure.getMessage());
    }
  }
}
