package io.framewire.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes msgpack piece by piece, and so also what no packer would write. */
final class Msgpack {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  Msgpack raw(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  Msgpack raw(byte[] payload) {
    bytes.writeBytes(payload);
    return this;
  }

  Msgpack nil() {
    return raw(0xc0);
  }

  Msgpack flag(boolean flag) {
    return raw(flag ? 0xc3 : 0xc2);
  }

  Msgpack integer(long value) {
    return value >= 0 && value < 0x80
        ? raw((int) value)
        : raw(0xd3).raw(ByteBuffer.allocate(8).putLong(value).array());
  }

  Msgpack unsigned(long value) {
    return raw(0xcf).raw(ByteBuffer.allocate(8).putLong(value).array());
  }

  Msgpack decimal(double value) {
    return raw(0xcb).raw(ByteBuffer.allocate(8).putDouble(value).array());
  }

  Msgpack map(int size) {
    return size < 16 ? raw(0x80 | size) : raw(0xdf).u32(size);
  }

  Msgpack list(int size) {
    return size < 16 ? raw(0x90 | size) : raw(0xdd).u32(size);
  }

  Msgpack str(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    return (payload.length < 32 ? raw(0xa0 | payload.length) : raw(0xdb).u32(payload.length))
        .raw(payload);
  }

  Msgpack bin(String ascii) {
    return bin(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  Msgpack bin(byte[] payload) {
    return (payload.length < 256 ? raw(0xc4, payload.length) : raw(0xc6).u32(payload.length))
        .raw(payload);
  }

  /** The head of a str, bin, list, map or extension of a length that may be a lie. */
  Msgpack head(int tag, int length) {
    return raw(tag).u32(length);
  }

  private Msgpack u32(int value) {
    return raw(ByteBuffer.allocate(4).putInt(value).array());
  }
}
