package io.framewire.transport.zmq;

import io.framewire.wire.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Passes TCP connections on, keeping every byte; they can be cut, or held up. */
final class Tap implements AutoCloseable {
  private static final long STALL_NANOS = 1_000_000_000;

  private final Endpoint to;
  private final ServerSocket server;
  private final List<Closeable> connections = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final Semaphore open = new Semaphore(1);
  private int accepted;
  private int cutAfter;

  Tap(Endpoint to) {
    this.to = to;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    start(this::accept);
  }

  Endpoint endpoint() {
    return Endpoint.parse("tcp://127.0.0.1:" + server.getLocalPort());
  }

  /** How often a marker of ASCII went over the wire. */
  int count(String marker) {
    String all;
    synchronized (seen) {
      all = seen.toString(StandardCharsets.ISO_8859_1);
    }
    return all.split(java.util.regex.Pattern.quote(marker), -1).length - 1;
  }

  synchronized int accepted() {
    return accepted;
  }

  void cut() {
    connections.forEach(Tap::close);
    connections.clear();
  }

  /** Stalls and then cuts the first connection that has more bytes than so many, and no other. */
  synchronized void cutAfter(int bytes) {
    cutAfter = bytes;
  }

  /** Whether there is still a cut to come. */
  synchronized boolean isToCut() {
    return cutAfter > 0;
  }

  private synchronized boolean takeCut(int passed) {
    boolean due = isToCut() && passed > cutAfter;
    cutAfter = due ? 0 : cutAfter;
    return due;
  }

  /** Holds back what comes from now on. */
  void pause() {
    open.acquireUninterruptibly();
  }

  void resume() {
    open.release();
  }

  private void accept() throws IOException {
    while (true) {
      Socket from = server.accept();
      Socket onwards = new Socket(to.host(), to.port());
      connections.add(from);
      connections.add(onwards);
      synchronized (this) {
        accepted++;
      }
      AtomicInteger passed = new AtomicInteger();
      start(() -> pump(from, onwards, passed));
      start(() -> pump(onwards, from, passed));
    }
  }

  private void pump(Socket from, Socket onwards, AtomicInteger passed) throws IOException {
    try (from;
        onwards) {
      InputStream in = from.getInputStream();
      OutputStream out = onwards.getOutputStream();
      byte[] bytes = new byte[1 << 16];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        open.acquireUninterruptibly();
        open.release();
        synchronized (seen) {
          seen.write(bytes, 0, count);
        }
        if (takeCut(passed.addAndGet(count))) {
          LockSupport.parkNanos(STALL_NANOS);
          return;
        }
        out.write(bytes, 0, count);
      }
    }
  }

  private static void start(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException ended) {
                Thread.currentThread().interrupt();
              }
            },
            "test-tap");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    close(server);
    cut();
  }

  private interface Task {
    void run() throws IOException;
  }
}
