package io.framewire.transport.zmq;

import io.framewire.wire.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Speaks ZMTP byte by byte over a TCP connection, or anything else. */
final class RawPeer implements AutoCloseable {
  private final Socket socket;

  RawPeer(Endpoint to) {
    try {
      socket = new Socket(to.host(), to.port());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    limitReads();
  }

  /** The other end of a connection that was accepted. */
  RawPeer(Socket accepted) {
    socket = accepted;
    limitReads();
  }

  /** Connects and shakes hands as a socket of that type. */
  static RawPeer ready(Endpoint to, String type) {
    return new RawPeer(to).shakeHands(type);
  }

  static byte[] greeting(String mechanism) {
    byte[] greeting = new byte[64];
    greeting[0] = (byte) 0xff;
    greeting[9] = 0x7f;
    greeting[10] = 3;
    byte[] name = mechanism.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, greeting, 12, name.length);
    return greeting;
  }

  /** Greets and says what it is, and reads the same of the other side. */
  RawPeer shakeHands(String type) {
    send(greeting("NULL"));
    ByteArrayOutputStream ready = new ByteArrayOutputStream();
    ready.writeBytes(bytes(5, "READY"));
    ready.writeBytes(bytes(11, "Socket-Type"));
    ready.writeBytes(new byte[] {0, 0, 0});
    ready.writeBytes(bytes(type.length(), type));
    send((byte) 4, (byte) ready.size());
    send(ready.toByteArray());
    readReady();
    return this;
  }

  private static byte[] bytes(int length, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(1 + ascii.length).put((byte) length).put(ascii).array();
  }

  private void limitReads() {
    try {
      socket.setSoTimeout(10_000);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The next frame, message part or command; throws if none comes within ten seconds. */
  byte[] readFrame() {
    try {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      boolean large = (in.readUnsignedByte() & 2) != 0;
      byte[] body = new byte[large ? Math.toIntExact(in.readLong()) : in.readUnsignedByte()];
      in.readFully(body);
      return body;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void readReady() {
    try {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      in.readFully(new byte[65]);
      in.readFully(new byte[in.readUnsignedByte()]);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  RawPeer send(byte... bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The head of a large frame, without the bytes. */
  RawPeer announce(long size, boolean more) {
    return send(ByteBuffer.allocate(9).put((byte) (more ? 3 : 2)).putLong(size).array());
  }

  RawPeer sendSmall(boolean more, byte... body) {
    return send((byte) (more ? 1 : 0), (byte) body.length).send(body);
  }

  /** Waits for the other side to end the connection; false if it does not within ten seconds. */
  boolean isRefused() {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketTimeoutException goesOn) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
