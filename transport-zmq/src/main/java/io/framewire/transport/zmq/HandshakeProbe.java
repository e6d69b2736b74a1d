package io.framewire.transport.zmq;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Asks who listens at an address: opens a connection of its own, greets as a ZMTP 3.0 peer does,
 * and reads from the answer which type of socket is there. Source: RFC 23/ZMTP.
 */
final class HandshakeProbe {
  /** What an address answers that is no ZeroMQ peer. */
  static final String NO_ZEROMQ = "";

  private static final long LIMIT_MILLIS = 1_000;
  private static final int GREETING_LENGTH = 64;
  private static final int SIGNATURE_END = 9;
  private static final int MAX_COMMAND = 512;
  private static final String SOCKET_TYPE = "Socket-Type";

  private HandshakeProbe() {}

  /**
   * The socket type's name, {@code "PULL"} for instance; {@link #NO_ZEROMQ} if something else
   * answers; empty if nobody does within a second.
   */
  static Optional<String> socketType(SocketAddress address) {
    try (ProbeChannel peer = ProbeChannel.connect(address, LIMIT_MILLIS)) {
      peer.write(greeting());
      byte[] answer = peer.read(GREETING_LENGTH);
      if (answer[0] != (byte) 0xff || (answer[SIGNATURE_END] & 1) == 0) {
        return Optional.of(NO_ZEROMQ);
      }
      peer.read(1);
      int length = peer.read(1)[0] & 0xff;
      return socketType(peer.read(Math.min(length, MAX_COMMAND)));
    } catch (IOException nobody) {
      return Optional.empty();
    }
  }

  private static byte[] greeting() {
    byte[] greeting = new byte[GREETING_LENGTH];
    greeting[0] = (byte) 0xff;
    greeting[SIGNATURE_END] = 0x7f;
    greeting[10] = 3;
    byte[] mechanism = "NULL".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(mechanism, 0, greeting, 12, mechanism.length);
    return greeting;
  }

  /** A READY command: name with its length, then properties of name and value with theirs. */
  private static Optional<String> socketType(byte[] command) {
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
