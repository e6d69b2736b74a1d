package io.framewire.transport.zmq;

import io.framewire.wire.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Forwards TCP connections, slowly if so told, and stops without closing them like a cut cable.
 * Those that are open when it stops stay dead; new ones wait until it resumes.
 */
final class PausingProxy implements AutoCloseable {
  private static final int CHUNK = 16 << 10;
  private static final long LOOK_NANOS = 1_000_000;

  private final ServerSocket server;
  private final Endpoint to;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private volatile int cuts;
  private volatile boolean cut;
  private volatile boolean closed;
  private volatile long nanosForChunk;

  PausingProxy(Endpoint to) {
    this.to = to;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    start(this::accept);
  }

  Endpoint endpoint() {
    return Endpoint.parse("tcp://127.0.0.1:" + server.getLocalPort());
  }

  void cut() {
    cuts++;
    cut = true;
  }

  void mend() {
    cut = false;
  }

  void limitTo(long bytesPerSecond) {
    nanosForChunk = CHUNK * 1_000_000_000L / bytesPerSecond;
  }

  private void accept() {
    while (!closed) {
      try {
        Socket from = server.accept();
        open.add(from);
        start(() -> connect(from));
      } catch (IOException ended) {
        return;
      }
    }
  }

  private void connect(Socket from) {
    while (cut && !closed) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    try {
      Socket onward = new Socket(to.host(), to.port());
      open.add(onward);
      int since = cuts;
      start(() -> pump(from, onward, since));
      start(() -> pump(onward, from, since));
    } catch (IOException refused) {
      close(from);
    }
  }

  private void pump(Socket from, Socket onward, int since) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = onward.getOutputStream();
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        if (isDead(since)) {
          return;
        }
        out.write(chunk, 0, count);
        LockSupport.parkNanos(nanosForChunk * count / CHUNK);
      }
    } catch (IOException ended) {
      // as if the other side had closed
      close(onward);
    }
    if (!isDead(since)) {
      close(from);
      close(onward);
    }
  }

  private boolean isDead(int since) {
    return cuts != since && !closed;
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "test-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    open.forEach(PausingProxy::close);
  }
}
