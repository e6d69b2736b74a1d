package io.framewire.codec.msgpack;

import io.framewire.error.ProtocolException;
import java.nio.ByteBuffer;

/**
 * Reads the few forms that the header of an array is made of, straight from a message that may hold
 * anything; takes no memory but for short texts, and no stack.
 */
final class HeaderReader {
  private final ByteBuffer bytes;

  HeaderReader(ByteBuffer part) {
    this.bytes = part.duplicate().rewind();
  }

  int position() {
    return bytes.position();
  }

  Form next() {
    if (!bytes.hasRemaining()) {
      throw new ProtocolException("the message is cut off after " + position() + " bytes");
    }
    return Form.of(bytes.get(bytes.position()) & 0xff);
  }

  int mapSize(String what) {
    expect(what, Form.MAP);
    int tag = u8();
    long size = tag <= 0x8f ? tag & 0x0f : tag == 0xde ? uint(2) : uint(4);
    return counted(size, 2, what);
  }

  int listSize(String what) {
    expect(what, Form.ARRAY);
    int tag = u8();
    long size = tag <= 0x9f ? tag & 0x0f : tag == 0xdc ? uint(2) : uint(4);
    return counted(size, 1, what);
  }

  boolean flag(String what) {
    expect(what, Form.BOOL);
    return u8() == 0xc3;
  }

  /** An integer; one above the largest long is refused. */
  long integer(String what) {
    expect(what, Form.INT);
    int tag = u8();
    if (tag <= 0x7f || tag >= 0xe0) {
      return (byte) tag;
    }
    int width = 1 << (tag & 3);
    long value = uint(width);
    boolean signed = tag >= 0xd0;
    if (!signed && value < 0) {
      throw new ProtocolException(what + " is " + Long.toUnsignedString(value) + ", too large");
    }
    int unused = Long.SIZE - width * Byte.SIZE;
    return signed ? value << unused >> unused : value;
  }

  /** A text, come as str or bin. */
  String text(String what, int longest) {
    int length = payload(what);
    if (length > longest) {
      throw new ProtocolException(what + " has " + length + " bytes, more than " + longest);
    }
    ByteBuffer text = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return Utf8.decode(text, what);
  }

  /** Passes over a str or bin and says how long it is; it ends where the reader stands then. */
  int skipPayload(String what) {
    int length = payload(what);
    bytes.position(bytes.position() + length);
    return length;
  }

  /** Passes over any value. */
  void skip() {
    for (long pending = 1; pending > 0; pending--) {
      Form form = next();
      switch (form) {
        case MAP -> pending += 2L * mapSize("a map");
        case ARRAY -> pending += listSize("a list");
        case STR, BIN -> skipPayload("a value");
        case NEVER_USED -> throw new ProtocolException("a value is " + form);
        default -> pass(fixedLength(u8()));
      }
    }
  }

  void requireEnd() {
    if (bytes.hasRemaining()) {
      throw new ProtocolException(
          "the message has " + bytes.remaining() + " more bytes behind its end at " + position());
    }
  }

  private int payload(String what) {
    Form form = next();
    if (form != Form.STR && form != Form.BIN) {
      throw new ProtocolException(what + " is " + form + ", not text or bytes");
    }
    int tag = u8();
    long length =
        switch (tag) {
          case 0xc4, 0xd9 -> uint(1);
          case 0xc5, 0xda -> uint(2);
          case 0xc6, 0xdb -> uint(4);
          default -> tag & 0x1f;
        };
    return counted(length, 1, what);
  }

  /** The bytes behind the tag of a number, truth value, nil or extension. */
  private long fixedLength(int tag) {
    return switch (tag) {
      case 0xc7 -> 1 + uint(1);
      case 0xc8 -> 1 + uint(2);
      case 0xc9 -> 1 + uint(4);
      case 0xca -> 4;
      case 0xcb -> 8;
      case 0xcc, 0xcd, 0xce, 0xcf, 0xd0, 0xd1, 0xd2, 0xd3 -> 1 << (tag & 3);
      case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> 1 + (1 << (tag - 0xd4));
      default -> 0;
    };
  }

  private void pass(long length) {
    bytes.position(bytes.position() + counted(length, 1, "a value"));
  }

  private void expect(String what, Form expected) {
    Form found = next();
    if (found != expected) {
      throw new ProtocolException(what + " is " + found + ", not " + expected);
    }
  }

  private int counted(long count, int bytesEach, String what) {
    if (count * bytesEach > bytes.remaining()) {
      throw new ProtocolException(
          what
              + " announces "
              + count
              + (bytesEach == 1 ? "" : " entries")
              + " where "
              + bytes.remaining()
              + " bytes are left");
    }
    return (int) count;
  }

  private int u8() {
    return bytes.get() & 0xff;
  }

  private long uint(int width) {
    if (width > bytes.remaining()) {
      throw new ProtocolException("the message is cut off after " + bytes.limit() + " bytes");
    }
    long value = 0;
    for (int index = 0; index < width; index++) {
      value = value << Byte.SIZE | u8();
    }
    return value;
  }
}
