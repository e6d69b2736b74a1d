package io.framewire.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One browser's connection: requests, each answered before the next is read. It has a thread of its
 * own, which blocks; {@link #closeIfLate}, called by another one, ends what takes too long by
 * closing the socket.
 */
final class HttpConnection implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);
  private static final int MOST_HEAD_BYTES = 16 << 10;
  private static final int WRITE_BYTES = 16 << 10;
  private static final int MOST_DRAINED_BYTES = 256 << 10;
  private static final int DRAIN_MILLIS = 500;

  private final Socket socket;
  private final HttpHandler handler;
  private final long limitNanos;
  private final byte[] head = new byte[MOST_HEAD_BYTES];
  private int filled;
  private volatile boolean timed;
  private volatile long lateNanos;

  HttpConnection(Socket socket, HttpHandler handler, long limitNanos) {
    this.socket = socket;
    this.handler = handler;
    this.limitNanos = limitNanos;
    startTime();
  }

  @Override
  public void run() {
    try (socket) {
      while (serve()) {
        LOG.trace("{}: waits for another request", socket);
      }
    } catch (IOException gone) {
      LOG.trace("{}: {}", socket, gone.toString());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error failure) {
      LOG.warn("a request could not be answered", failure);
    }
  }

  /** Reads and answers one request; false if none can follow. */
  private boolean serve() throws IOException, InterruptedException {
    startTime();
    Answer answer = new Answer(this, false, true);
    try {
      Optional<String> text = readHead();
      if (text.isEmpty()) {
        return false;
      }
      Request request = Request.parse(text.get());
      answer = new Answer(this, request.isHead(), !request.keepAlive());
      timed = false;
      handler.answer(request, answer);
    } catch (Request.BadRequest bad) {
      answer = new Answer(this, false, true);
      answer.send(Content.words(bad.status(), bad.getMessage()));
    } catch (RuntimeException | Error failure) {
      if (!answer.hasBegun()) {
        new Answer(this, false, true)
            .send(Content.words(500, "this could not be answered: see the program's log"));
      }
      throw failure;
    }
    if (answer.isLast()) {
      drain();
    }
    return !answer.isLast();
  }

  /** Up to the empty line; what follows it stays for the next time. Empty at the end. */
  private Optional<String> readHead() throws IOException, Request.BadRequest {
    InputStream in = socket.getInputStream();
    for (int end = endOfHead(0); ; ) {
      if (end >= 0) {
        String text = new String(head, 0, end, StandardCharsets.ISO_8859_1);
        filled -= end + 4;
        System.arraycopy(head, end + 4, head, 0, filled);
        return Optional.of(text);
      }
      if (filled == head.length) {
        throw new Request.BadRequest(
            431, "the head of the request is longer than " + MOST_HEAD_BYTES + " bytes");
      }
      int read = in.read(head, filled, head.length - filled);
      if (read < 0) {
        return Optional.empty();
      }
      filled += read;
      end = endOfHead(Math.max(0, filled - read - 3));
    }
  }

  private int endOfHead(int from) {
    for (int i = from; i + 3 < filled; i++) {
      if (head[i] == '\r' && head[i + 1] == '\n' && head[i + 2] == '\r' && head[i + 3] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** In pieces, each of which has its time. */
  void write(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    try {
      for (int from = 0; from < bytes.length; from += WRITE_BYTES) {
        startTime();
        out.write(bytes, from, Math.min(WRITE_BYTES, bytes.length - from));
      }
    } finally {
      timed = false;
    }
  }

  /** Whether the browser has closed its end; what else it says meanwhile is passed over. */
  boolean isAbandoned() throws IOException {
    socket.setSoTimeout(1);
    try {
      return socket.getInputStream().read(head) < 0;
    } catch (SocketTimeoutException quiet) {
      return false;
    } finally {
      socket.setSoTimeout(0);
    }
  }

  /** A socket that is closed with something unread takes the answer back. */
  private void drain() throws IOException {
    startTime();
    socket.shutdownOutput();
    socket.setSoTimeout(DRAIN_MILLIS);
    int drained = 0;
    try {
      for (int read = 0; read >= 0 && drained < MOST_DRAINED_BYTES; drained += read) {
        read = socket.getInputStream().read(head);
      }
    } catch (SocketTimeoutException quiet) {
      LOG.trace("{}: has nothing more to say", socket);
    }
  }

  private void startTime() {
    lateNanos = System.nanoTime() + limitNanos;
    timed = true;
  }

  /** Ends a wait that takes too long. Any thread. */
  void closeIfLate() {
    if (timed && System.nanoTime() - lateNanos > 0) {
      LOG.debug("{}: takes nothing, or asks for nothing, so it is closed", socket);
      close();
    }
  }

  /** Ends whatever goes on. Any thread. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      LOG.debug("{}: {}", socket, failure.toString());
    }
  }
}
