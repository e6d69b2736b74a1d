package io.framewire.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cable between two ends that can be cut: while it is, nothing passes, not even that a connection
 * was closed, and new connections come to nothing.
 */
final class PausingProxy implements AutoCloseable {
  private static final int CHUNK = 64 << 10;

  private final ServerSocket entrance;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private boolean cut;
  private volatile boolean closed;

  /** Leads to a loopback port. */
  PausingProxy(int target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** Where it begins. */
  String endpoint() {
    return "tcp://127.0.0.1:" + entrance.getLocalPort();
  }

  synchronized void cut() {
    cut = true;
  }

  synchronized void mend() {
    cut = false;
    notifyAll();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    mend();
    entrance.close();
    open.forEach(PausingProxy::close);
  }

  private void accept() {
    while (!closed) {
      try {
        Socket near = entrance.accept();
        open.add(near);
        start(() -> join(near));
      } catch (IOException ended) {
        return;
      }
    }
  }

  private void join(Socket near) {
    awaitWhole();
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(far);
      start(() -> pump(near, far));
      pump(far, near);
    } catch (IOException nobodyThere) {
      close(near);
    }
  }

  /** Passes on what comes from one side, and in the end that nothing more comes. */
  private void pump(Socket from, Socket to) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        awaitWhole();
        out.write(chunk, 0, length);
      }
    } catch (IOException broken) {
      // what one side did, the other is told below
    }
    awaitWhole();
    close(from);
    close(to);
  }

  private synchronized void awaitWhole() {
    while (cut && !closed) {
      try {
        wait();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "pausing proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyBroken) {
      throw new UncheckedIOException(alreadyBroken);
    }
  }
}
