package io.framewire.transport.zmq;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What tells our own connection over the loopback from a stranger's: it comes from an address that
 * it was bound to beforehand, which nobody else can use meanwhile, and it begins with a secret,
 * because a stranger may have used the address before and left a connection in the queue.
 *
 * @param from the address
 * @param secret the first bytes
 */
record HopPass(SocketAddress from, byte[] secret) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LENGTH = 16;
  private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long LOOK_NANOS = 20_000;

  /** A new channel's; it is bound by this, and not yet connected. */
  static HopPass bind(SocketChannel channel) throws IOException {
    channel.bind(loopback(0));
    byte[] secret = new byte[LENGTH];
    RANDOM.nextBytes(secret);
    return new HopPass(channel.getLocalAddress(), secret);
  }

  static SocketChannel newChannel() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.INET);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return channel;
  }

  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress("127.0.0.1", port);
  }

  /** Whether a connection that was accepted could be the one. */
  boolean isFrom(SocketChannel accepted) throws IOException {
    return from.equals(accepted.getRemoteAddress());
  }

  /** Says the secret, as the first thing on a new connection. */
  void show(SocketChannel connected) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(secret);
    connected.write(bytes);
    if (bytes.hasRemaining()) {
      throw new IOException("the loopback takes no " + LENGTH + " bytes");
    }
  }

  /** Whether a connection that does not block begins with the secret, which is on its way. */
  boolean isShownBy(SocketChannel accepted) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
    long start = System.nanoTime();
    while (accepted.read(bytes) >= 0 && bytes.hasRemaining()) {
      if (System.nanoTime() - start > LIMIT_NANOS) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return MessageDigest.isEqual(bytes.array(), secret);
  }
}
