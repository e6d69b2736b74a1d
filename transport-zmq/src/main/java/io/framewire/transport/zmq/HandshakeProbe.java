package io.framewire.transport.zmq;

import io.framewire.wire.Endpoint;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Asks who listens at an endpoint: opens a connection of its own, greets as a ZMTP 3.0 peer does,
 * and reads from the answer which type of socket is there. Source: RFC 23/ZMTP.
 */
final class HandshakeProbe {
  private static final int TIMEOUT_MILLIS = 1_000;
  private static final int GREETING_LENGTH = 64;
  private static final int MAX_COMMAND = 512;
  private static final String SOCKET_TYPE = "Socket-Type";

  private HandshakeProbe() {}

  /**
   * The socket type's name, {@code "PULL"} for instance; empty if nobody is there or it is no such
   * peer.
   */
  static Optional<String> socketType(Endpoint endpoint) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(greeting());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      in.readFully(new byte[GREETING_LENGTH]);
      return socketType(in);
    } catch (IOException nobody) {
      return Optional.empty();
    }
  }

  private static byte[] greeting() {
    byte[] greeting = new byte[GREETING_LENGTH];
    greeting[0] = (byte) 0xff;
    greeting[9] = 0x7f;
    greeting[10] = 3;
    byte[] mechanism = "NULL".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(mechanism, 0, greeting, 12, mechanism.length);
    return greeting;
  }

  /**
   * A READY command: flags, length, name with its length, then properties of name and value with
   * theirs.
   */
  private static Optional<String> socketType(DataInputStream in) throws IOException {
    in.readByte();
    byte[] command = new byte[Math.min(in.readUnsignedByte(), MAX_COMMAND)];
    in.readFully(command);
    byte[] name = SOCKET_TYPE.getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at + name.length + 4 < command.length; at++) {
      int value = at + name.length + 4;
      if (Arrays.equals(command, at, at + name.length, name, 0, name.length)) {
        int length = Math.min(command[value - 1] & 0xff, command.length - value);
        return Optional.of(new String(command, value, length, StandardCharsets.US_ASCII));
      }
    }
    return Optional.empty();
  }
}
