package io.framewire.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes ZMTP 3.0 byte by byte. Source: RFC 23/ZMTP. */
final class Zmtp {
  static final int MORE = 1;
  static final int LONG = 2;
  static final int COMMAND = 4;
  static final int GREETING_LENGTH = 64;

  private static final int SHORTEST_LONG = 256;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  /** A greeting with the NULL mechanism, and the READY command of a socket of that type. */
  Zmtp handshake(String type) {
    byte[] greeting = new byte[GREETING_LENGTH];
    greeting[0] = (byte) 0xff;
    greeting[9] = 0x7f;
    greeting[10] = 3;
    System.arraycopy(ascii("NULL"), 0, greeting, 12, 4);
    return raw(greeting).command("READY", property("Socket-Type", type));
  }

  Zmtp raw(byte[] payload) {
    bytes.writeBytes(payload);
    return this;
  }

  /** A frame whose flags and length fit what it holds. */
  Zmtp frame(boolean more, byte[] body) {
    return frame(more ? MORE : 0, body);
  }

  /** A frame with these flags, LONG added where the length needs it. */
  Zmtp frame(int flags, byte[] body) {
    if (body.length >= SHORTEST_LONG || (flags & LONG) != 0) {
      return head(flags, body.length).raw(body);
    }
    bytes.write(flags);
    bytes.write(body.length);
    return raw(body);
  }

  /** The head of a long frame, without its body. */
  Zmtp head(int flags, long size) {
    bytes.write(flags | LONG);
    return raw(ByteBuffer.allocate(8).putLong(size).array());
  }

  Zmtp command(String name, byte[] body) {
    byte[] letters = ascii(name);
    ByteBuffer command = ByteBuffer.allocate(1 + letters.length + body.length);
    command.put((byte) letters.length).put(letters).put(body);
    return frame(COMMAND, command.array());
  }

  Zmtp message(List<byte[]> parts) {
    for (int index = 0; index < parts.size(); index++) {
      frame(index < parts.size() - 1, parts.get(index));
    }
    return this;
  }

  static byte[] property(String name, String value) {
    return ByteBuffer.allocate(5 + name.length() + value.length())
        .put((byte) name.length())
        .put(ascii(name))
        .putInt(value.length())
        .put(ascii(value))
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
