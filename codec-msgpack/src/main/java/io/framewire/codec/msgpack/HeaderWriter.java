package io.framewire.codec.msgpack;

import java.nio.ByteBuffer;
import java.util.List;

/** Writes the few forms that the header of an array is made of, as short as Python does. */
final class HeaderWriter {
  private ByteBuffer bytes = ByteBuffer.allocate(256);

  /** What was written, from position to limit. */
  ByteBuffer written() {
    return bytes.duplicate().flip();
  }

  HeaderWriter smallMap(int size) {
    return u8(0x80 | size);
  }

  HeaderWriter flag(boolean flag) {
    return u8(flag ? 0xc3 : 0xc2);
  }

  /** A key or kind of less than 256 ASCII characters, as bytes. */
  HeaderWriter bin(String ascii) {
    byte[] payload = Utf8.encode(ascii);
    return bin(payload.length).payload(payload);
  }

  /** The head of bytes that the caller puts behind. */
  HeaderWriter bin(int length) {
    return sized(length, 0xc4, 0xc5, 0xc6);
  }

  /** A text, an integer of 0 or more, or a list of such. */
  HeaderWriter value(Object value) {
    if (value instanceof String text) {
      return text(Utf8.encode(text));
    } else if (value instanceof Integer number) {
      return number < 0x80 ? u8(number) : sized(number, 0xcc, 0xcd, 0xce);
    }
    List<?> list = (List<?>) value;
    HeaderWriter writer = list.size() < 16 ? u8(0x90 | list.size()) : longList(list.size());
    list.forEach(writer::value);
    return writer;
  }

  private HeaderWriter text(byte[] payload) {
    int length = payload.length;
    return (length < 32 ? u8(0xa0 | length) : sized(length, 0xd9, 0xda, 0xdb)).payload(payload);
  }

  private HeaderWriter longList(int size) {
    return size < 0x10000 ? u8(0xdc).u16(size) : u8(0xdd).u32(size);
  }

  private HeaderWriter sized(int size, int tag8, int tag16, int tag32) {
    if (size < 0x100) {
      return u8(tag8).u8(size);
    }
    return size < 0x10000 ? u8(tag16).u16(size) : u8(tag32).u32(size);
  }

  private HeaderWriter payload(byte[] payload) {
    room(payload.length).put(payload);
    return this;
  }

  private HeaderWriter u8(int value) {
    room(1).put((byte) value);
    return this;
  }

  private HeaderWriter u16(int value) {
    room(2).putShort((short) value);
    return this;
  }

  private HeaderWriter u32(int value) {
    room(4).putInt(value);
    return this;
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int capacity = Math.max(bytes.capacity() * 2, bytes.position() + more);
      bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
    }
    return bytes;
  }
}
