package io.framewire.codec.msgpack;

import io.framewire.error.ProtocolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;

/**
 * Reads plain values, which may be anything at all. Lengths are checked against what is there
 * before memory is taken for them, and depth before the stack is used.
 */
final class PlainReader {
  /** The maps of this wire have none; many with equal hash codes would take a map seconds. */
  private static final int MOST_KEYS_OF_OTHER_TYPES = 256;

  private final MessageUnpacker unpacker;
  private final int size;

  /**
   * Elements that the lists and maps around this place have announced and that are still to come.
   */
  private long owed;

  private PlainReader(MessageUnpacker unpacker, int size) {
    this.unpacker = unpacker;
    this.size = size;
  }

  /** The value that the bytes are, all of them; null for nil. */
  static Object read(byte[] bytes) {
    try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(bytes)) {
      PlainReader reader = new PlainReader(unpacker, bytes.length);
      Object value = reader.value(0);
      if (reader.remaining() > 0) {
        throw new ProtocolException(
            "a msgpack value of "
                + unpacker.getTotalReadBytes()
                + " bytes has "
                + reader.remaining()
                + " more bytes behind it");
      }
      return value;
    } catch (IOException | MessagePackException broken) {
      throw new ProtocolException(
          "not msgpack, or cut off, within " + bytes.length + " bytes" + detail(broken), broken);
    }
  }

  private static String detail(Exception broken) {
    return broken.getMessage() == null ? "" : ": " + broken.getMessage();
  }

  private Object value(int depth) throws IOException {
    MessageFormat format = unpacker.getNextFormat();
    return switch (format.getValueType()) {
      case NIL -> {
        unpacker.unpackNil();
        yield null;
      }
      case BOOLEAN -> unpacker.unpackBoolean();
      case INTEGER -> integer(format);
      case FLOAT -> unpacker.unpackDouble();
      case STRING -> Utf8.decode(ByteBuffer.wrap(text()), "a string");
      case BINARY -> payload(unpacker.unpackBinaryHeader());
      case ARRAY -> list(depth);
      case MAP -> map(depth);
      case EXTENSION ->
          throw new ProtocolException(
              "a msgpack extension value (type "
                  + unpacker.unpackExtensionTypeHeader().getType()
                  + ") has no plain form");
    };
  }

  private Object integer(MessageFormat format) throws IOException {
    if (format != MessageFormat.UINT64) {
      return unpacker.unpackLong();
    }
    var unsigned = unpacker.unpackBigInteger();
    return unsigned.bitLength() < Long.SIZE ? (Object) unsigned.longValue() : unsigned;
  }

  private byte[] text() throws IOException {
    return payload(unpacker.unpackRawStringHeader());
  }

  private byte[] payload(int length) throws IOException {
    require(length, 1);
    return unpacker.readPayload(length);
  }

  private List<Object> list(int depth) throws IOException {
    int length = unpacker.unpackArrayHeader();
    require(length, 1);
    requireDepth(depth);
    if (length == 0) {
      return List.of();
    }
    owed += length;
    List<Object> list = new ArrayList<>(length);
    for (int index = 0; index < length; index++) {
      list.add(element(depth));
    }
    return Collections.unmodifiableList(list);
  }

  private Map<Object, Object> map(int depth) throws IOException {
    int length = unpacker.unpackMapHeader();
    require(length, 2);
    requireDepth(depth);
    if (length == 0) {
      return Map.of();
    }
    owed += 2L * length;
    int keysOfOtherTypes = 0;
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int index = 0; index < length; index++) {
      Object key = key();
      keysOfOtherTypes += key instanceof String || key instanceof byte[] ? 0 : 1;
      requireFew(keysOfOtherTypes);
      map.put(key, element(depth));
    }
    return Collections.unmodifiableMap(map);
  }

  private Object element(int depth) throws IOException {
    owed--;
    return value(depth + 1);
  }

  private Object key() throws IOException {
    owed--;
    return switch (unpacker.getNextFormat().getValueType()) {
      case STRING, BINARY, INTEGER, FLOAT, BOOLEAN -> value(0);
      default ->
          throw new ProtocolException(
              "a map's key is of msgpack type "
                  + unpacker.getNextFormat().getValueType()
                  + ", not str or bin");
    };
  }

  private void require(int count, int bytesEach) {
    if (count < 0 || (long) count * bytesEach > remaining() - owed) {
      throw new ProtocolException(
          "not msgpack, or cut off: a value announces "
              + Integer.toUnsignedString(count)
              + " elements or bytes where "
              + remaining()
              + " bytes are left"
              + (owed > 0 ? ", for " + owed + " more values too" : ""));
    }
  }

  private static void requireFew(int keysOfOtherTypes) {
    if (keysOfOtherTypes > MOST_KEYS_OF_OTHER_TYPES) {
      throw new ProtocolException(
          "a map has more than " + MOST_KEYS_OF_OTHER_TYPES + " keys that are neither str nor bin");
    }
  }

  private static void requireDepth(int depth) {
    if (depth == MsgpackLimits.MAX_DEPTH) {
      throw new ProtocolException("msgpack values are nested more than " + depth + " deep");
    }
  }

  private long remaining() {
    return size - unpacker.getTotalReadBytes();
  }
}
