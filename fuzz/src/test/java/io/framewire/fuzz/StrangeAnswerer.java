package io.framewire.fuzz;

import io.framewire.wire.Pattern;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Listens, shakes hands as the fitting socket does, reads a message and answers with an input. */
final class StrangeAnswerer implements AutoCloseable {
  private static final int LIMIT_MILLIS = 5_000;
  private static final int MOST_PARTS_OF_ENVELOPE = 2;

  private final ServerSocket server;
  private final Pattern pattern;
  private final Input in;
  private final Thread thread = new Thread(this::answer, "framewire-fuzz-answerer");
  private volatile Socket connection = new Socket();

  StrangeAnswerer(Pattern pattern, Input in) {
    this.pattern = pattern;
    this.in = in;
    try {
      server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      server.setSoTimeout(LIMIT_MILLIS);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void answer() {
    try (Socket socket = server.accept()) {
      connection = socket;
      socket.setSoTimeout(LIMIT_MILLIS);
      String type = pattern == Pattern.PAIR ? "PAIR" : "REP";
      boolean fromTheFirstByte = in.rarely(12);
      if (fromTheFirstByte) {
        socket.getOutputStream().write(in.rest());
      } else {
        socket.getOutputStream().write(new Zmtp().handshake(type).toBytes());
        Stranger.readHandshake(socket);
        List<byte[]> request = readMessage(new DataInputStream(socket.getInputStream()));
        Conversation conversation = new Conversation(in, envelope(request));
        socket.getOutputStream().write(conversation.afterTheHandshake());
      }
      socket.shutdownOutput();
      socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException endedByTheOther) {
      // refused in the middle of the answer, as is its right
    }
  }

  /** A REQ that correlates puts an identity and an empty part in front, and wants them back. */
  private List<byte[]> envelope(List<byte[]> request) {
    boolean enveloped = pattern == Pattern.REQ_REP != in.rarely(32);
    return enveloped
        ? request.subList(0, Math.min(MOST_PARTS_OF_ENVELOPE, request.size()))
        : List.of();
  }

  private static List<byte[]> readMessage(DataInputStream in) throws IOException {
    List<byte[]> parts = new ArrayList<>();
    int flags;
    do {
      flags = in.readUnsignedByte();
      long size = (flags & Zmtp.LONG) != 0 ? in.readLong() : in.readUnsignedByte();
      byte[] body = new byte[Math.toIntExact(size)];
      in.readFully(body);
      if ((flags & Zmtp.COMMAND) == 0) {
        parts.add(body);
      }
    } while ((flags & Zmtp.MORE) != 0 || parts.isEmpty());
    return parts;
  }

  @Override
  public void close() {
    try (server;
        Socket socket = connection) {
      socket.setSoLinger(true, 0);
    } catch (IOException alreadyClosed) {
      // nothing more to do
    }
    try {
      thread.join(LIMIT_MILLIS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
