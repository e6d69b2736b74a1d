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
      socket.setSoTimeout(10_000);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Connects and shakes hands as a socket of that type. */
  static RawPeer ready(Endpoint to, String type) {
    RawPeer peer = new RawPeer(to);
    peer.send(greeting("NULL"));
    ByteArrayOutputStream ready = new ByteArrayOutputStream();
    ready.writeBytes(bytes(5, "READY"));
    ready.writeBytes(bytes(11, "Socket-Type"));
    ready.writeBytes(new byte[] {0, 0, 0});
    ready.writeBytes(bytes(type.length(), type));
    peer.send((byte) 4, (byte) ready.size());
    peer.send(ready.toByteArray());
    peer.readReady();
    return peer;
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

  private static byte[] bytes(int length, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(1 + ascii.length).put((byte) length).put(ascii).array();
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
