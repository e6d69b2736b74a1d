package io.framewire.transport.zmq;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * What somebody says first who connects. Every ZeroMQ peer greets at once; who keeps silent, or
 * only looks whether anybody listens, is no peer, and must not get a PAIR socket's only place.
 */
final class FirstBytes {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private FirstBytes() {}

  /** Waits for some, on a channel that blocks; throws if there are none. */
  static ByteBuffer of(SocketChannel connection, int atMost) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(atMost);
    connection.configureBlocking(false);
    try (Selector selector = Selector.open()) {
      connection.register(selector, SelectionKey.OP_READ);
      Deadline deadline = Deadline.in(LIMIT);
      int count = connection.read(bytes);
      while (count == 0 && !deadline.passed()) {
        selector.select(deadline.sliceMillis());
        count = connection.read(bytes);
      }
    }
    if (bytes.position() == 0) {
      throw new IOException("it said nothing");
    }
    connection.configureBlocking(true);
    return bytes.flip();
  }
}
