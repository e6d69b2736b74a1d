package io.framewire.web;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes connections, a thread for each and no more than a number of them, and ends those that take
 * too long. The JDK's own HTTP server would do, but for what a live picture needs of a socket: a
 * small send buffer, or a slow browser's pictures queue there; no Nagle; and a limit to a write.
 */
final class HttpListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);
  private static final int BACKLOG = 64;
  private static final int CONNECTIONS_BESIDE_CLIENTS = 32;
  private static final int SEND_BUFFER_BYTES = 64 << 10;
  private static final long LOOK_MILLIS = 250;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long CLOSE_MILLIS = 1500;
  private static final byte[] TOO_MANY =
      ("HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n"
              + "too many connections: try again later\n")
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;
  private final HttpHandler handler;
  private final int mostConnections;
  private final long limitNanos;
  private final Map<HttpConnection, Thread> connections = new ConcurrentHashMap<>();
  private final Thread accepting;
  private final Thread watching;
  private volatile boolean closed;

  private HttpListener(ServerSocket server, ServerOptions options, HttpHandler handler) {
    this.server = server;
    this.handler = handler;
    this.mostConnections = options.maxClients() + CONNECTIONS_BESIDE_CLIENTS;
    this.limitNanos = options.clientTimeout().toNanos();
    this.accepting = thread("framewire-web", this::accept);
    this.watching = thread("framewire-web-watch", this::watch);
    accepting.start();
    watching.start();
  }

  static HttpListener open(ServerOptions options, HttpHandler handler) {
    ServerSocket server = null;
    try {
      server = new ServerSocket();
      server.bind(options.address(), BACKLOG);
      return new HttpListener(server, options, handler);
    } catch (IOException failure) {
      closeQuietly(server);
      throw refused(options.address(), failure);
    }
  }

  private static void closeQuietly(ServerSocket server) {
    try {
      if (server != null) {
        server.close();
      }
    } catch (IOException failure) {
      LOG.debug("{}: {}", server, failure.toString());
    }
  }

  private static FramewireException refused(InetSocketAddress address, IOException failure) {
    String where = address.getAddress().getHostAddress() + " port " + address.getPort();
    String why = String.valueOf(failure.getMessage());
    if (failure instanceof BindException && why.contains("assign")) {
      return new ConfigurationException(
          "cannot serve the page at " + where + ": that is no address of this machine", failure);
    }
    return new FramewireException(
        "cannot serve the page at "
            + where
            + " ("
            + why
            + "): end the program that has this port, use another, or 0 for any free one",
        failure);
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!closed) {
      try {
        take(server.accept());
      } catch (IOException | RuntimeException | OutOfMemoryError failure) {
        if (!closed) {
          LOG.warn("a browser's connection could not be taken: {}", failure.toString());
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }
  }

  private void take(Socket socket) throws IOException {
    try {
      socket.setTcpNoDelay(true);
      socket.setSendBufferSize(SEND_BUFFER_BYTES);
      if (connections.size() >= mostConnections) {
        refuse(socket);
        return;
      }
      HttpConnection connection = new HttpConnection(socket, handler, limitNanos);
      Thread thread = thread("framewire-web-client", () -> serve(connection));
      connections.put(connection, thread);
      start(thread, connection);
    } catch (IOException | RuntimeException | OutOfMemoryError failure) {
      socket.close();
      throw failure;
    }
    if (closed) {
      socket.close();
    }
  }

  private void start(Thread thread, HttpConnection connection) {
    boolean started = false;
    try {
      thread.start();
      started = true;
    } finally {
      if (!started) {
        connections.remove(connection);
      }
    }
  }

  private void serve(HttpConnection connection) {
    try {
      connection.run();
    } finally {
      connections.remove(connection);
    }
  }

  private static void refuse(Socket socket) throws IOException {
    try (socket) {
      socket.getOutputStream().write(TOO_MANY);
      socket.shutdownOutput();
      socket.getInputStream().skip(socket.getInputStream().available());
    }
  }

  private synchronized void watch() {
    try {
      while (!closed) {
        connections.keySet().forEach(HttpConnection::closeIfLate);
        wait(LOOK_MILLIS);
      }
    } catch (InterruptedException ended) {
      LOG.debug("the thread that watches browsers was interrupted");
    }
  }

  /** Ends every connection, and waits for their threads. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    closeQuietly(server);
    connections.keySet().forEach(HttpConnection::close);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS);
    join(accepting, end);
    join(watching, end);
    for (Map.Entry<HttpConnection, Thread> one : connections.entrySet()) {
      one.getKey().close();
      one.getValue().interrupt();
      join(one.getValue(), end);
    }
  }

  private static void join(Thread thread, long end) {
    try {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
