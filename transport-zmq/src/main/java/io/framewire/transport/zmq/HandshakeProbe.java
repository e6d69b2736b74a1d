package io.framewire.transport.zmq;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Asks who listens at an address: opens a connection of its own, greets as a ZMTP 3.0 peer does,
 * and reads from the answer whether the peer is encrypted and, if not, which type of socket it is.
 * Source: RFC 23/ZMTP.
 */
final class HandshakeProbe {
  /**
   * Who listens.
   *
   * @param mechanism how it is secured, {@code "NULL"} or {@code "CURVE"} for instance; empty if it
   *     is no ZeroMQ peer
   * @param socketType {@code "PULL"} for instance; empty where only a peer with keys is told
   */
  record Found(Optional<String> mechanism, Optional<String> socketType) {}

  static final String PLAIN = "NULL";
  static final String CURVE = "CURVE";

  private static final long LIMIT_MILLIS = 1_000;
  private static final int GREETING_LENGTH = 64;
  private static final int SIGNATURE_END = 9;
  private static final int MECHANISM = 12;
  private static final int MECHANISM_LENGTH = 20;
  private static final int MAX_COMMAND = 512;
  private static final String SOCKET_TYPE = "Socket-Type";

  private HandshakeProbe() {}

  /** Empty if nobody answers within a second. */
  static Optional<Found> ask(SocketAddress address) {
    try (ProbeChannel peer = ProbeChannel.connect(address, LIMIT_MILLIS)) {
      byte[] greeting = greeting();
      // a peer of another mechanism says its own only to one whose it does not know yet
      peer.write(Arrays.copyOf(greeting, MECHANISM));
      byte[] answer = peer.read(GREETING_LENGTH);
      if (answer[0] != (byte) 0xff || (answer[SIGNATURE_END] & 1) == 0) {
        return Optional.of(new Found(Optional.empty(), Optional.empty()));
      }
      Optional<String> mechanism = Optional.of(mechanism(answer));
      if (!mechanism.get().equals(PLAIN)) {
        return Optional.of(new Found(mechanism, Optional.empty()));
      }
      peer.write(Arrays.copyOfRange(greeting, MECHANISM, GREETING_LENGTH));
      peer.read(1);
      int length = peer.read(1)[0] & 0xff;
      Optional<String> type = socketType(peer.read(Math.min(length, MAX_COMMAND)));
      return type.map(known -> new Found(mechanism, type));
    } catch (IOException nobody) {
      return Optional.empty();
    }
  }

  private static String mechanism(byte[] greeting) {
    return new String(greeting, MECHANISM, MECHANISM_LENGTH, StandardCharsets.US_ASCII).trim();
  }

  private static byte[] greeting() {
    byte[] greeting = new byte[GREETING_LENGTH];
    greeting[0] = (byte) 0xff;
    greeting[SIGNATURE_END] = 0x7f;
    greeting[10] = 3;
    byte[] mechanism = PLAIN.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(mechanism, 0, greeting, MECHANISM, mechanism.length);
    return greeting;
  }

  /** A READY command: name with its length, then properties of name and value with theirs. */
  static Optional<String> socketType(byte[] command) {
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
