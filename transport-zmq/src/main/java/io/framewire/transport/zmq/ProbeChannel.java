package io.framewire.transport.zmq;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/** A connection over TCP or a Unix socket with one time limit for all that is done on it. */
final class ProbeChannel implements Closeable {
  private final long deadline;
  private final SocketChannel channel;
  private final Selector selector;

  private ProbeChannel(SocketChannel channel, Selector selector, long limitMillis) {
    this.channel = channel;
    this.selector = selector;
    this.deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
  }

  static ProbeChannel connect(SocketAddress address, long limitMillis) throws IOException {
    SocketChannel channel = open(address);
    try {
      channel.configureBlocking(false);
      ProbeChannel probe = new ProbeChannel(channel, Selector.open(), limitMillis);
      probe.connect(address);
      return probe;
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  private static SocketChannel open(SocketAddress address) throws IOException {
    return address instanceof UnixDomainSocketAddress
        ? SocketChannel.open(StandardProtocolFamily.UNIX)
        : SocketChannel.open();
  }

  private void connect(SocketAddress address) throws IOException {
    try {
      if (!channel.connect(address)) {
        await(SelectionKey.OP_CONNECT);
        channel.finishConnect();
      }
    } catch (IOException | RuntimeException failure) {
      selector.close();
      throw failure;
    }
  }

  void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.write(buffer) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  byte[] read(int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      await(SelectionKey.OP_READ);
      if (channel.read(buffer) < 0) {
        throw new IOException("no whole answer");
      }
    }
    return buffer.array();
  }

  private void await(int operation) throws IOException {
    channel.register(selector, operation);
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    selector.selectedKeys().clear();
    if (left <= 0 || selector.select(left) == 0) {
      throw new IOException("no answer in time");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    selector.close();
  }
}
