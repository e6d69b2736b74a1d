package io.framewire.benchmarks.wire.end;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Nothing but the bytes over a TCP connection. */
final class TcpEnd implements End {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final EndOptions options;

  TcpEnd(EndOptions options) {
    this.options = options;
  }

  @Override
  public void send(Pictures pictures) throws IOException {
    try (SocketChannel channel = connect()) {
      while (true) {
        pictures.awaitNext();
        ByteBuffer picture = pictures.next().duplicate();
        while (picture.hasRemaining()) {
          channel.write(picture);
        }
      }
    }
  }

  private SocketChannel connect() throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        return SocketChannel.open(address());
      } catch (IOException notYet) {
        if (System.nanoTime() - deadline > 0) {
          throw notYet;
        }
        LockSupport.parkNanos(RETRY_NANOS);
      }
    }
  }

  @Override
  public void receive(Watch watch) throws IOException {
    Pace pace = new Pace(options.rate());
    ByteBuffer frame = ByteBuffer.allocateDirect(options.frameBytes());
    try (ServerSocketChannel server = ServerSocketChannel.open().bind(address());
        SocketChannel channel = server.accept()) {
      while (true) {
        frame.clear();
        fill(frame, channel);
        watch.took(frame::flip);
        pace.await();
      }
    }
  }

  private static void fill(ByteBuffer frame, SocketChannel channel) throws IOException {
    while (frame.hasRemaining()) {
      if (channel.read(frame) < 0) {
        throw new EOFException("the sender closed in the middle of a frame");
      }
    }
  }

  private InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
  }
}
