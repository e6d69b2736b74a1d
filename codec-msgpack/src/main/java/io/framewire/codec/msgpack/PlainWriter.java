package io.framewire.codec.msgpack;

import io.framewire.error.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/** Writes plain values, headers and replies among them, as Python's {@code msgpack.packb} does. */
final class PlainWriter {
  private static final MessagePack.PackerConfig SMALL =
      new MessagePack.PackerConfig().withBufferSize(512);

  private final MessageBufferPacker packer;

  private PlainWriter(MessageBufferPacker packer) {
    this.packer = packer;
  }

  static byte[] write(Object value) {
    try (MessageBufferPacker packer = SMALL.newBufferPacker()) {
      new PlainWriter(packer).value(value, 0);
      return packer.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to the heap failed", impossible);
    }
  }

  private void value(Object value, int depth) throws IOException {
    if (value == null) {
      packer.packNil();
    } else if (value instanceof Boolean truth) {
      packer.packBoolean(truth);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof byte[] bytes) {
      bytes(bytes);
    } else {
      container(value, depth);
    }
    requireRoom(0);
  }

  private void number(Number number) throws IOException {
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      packer.packLong(number.longValue());
    } else if (number instanceof Double || number instanceof Float) {
      packer.packDouble(number.doubleValue());
    } else if (number instanceof BigInteger big) {
      big(big);
    } else {
      throw unsupported(number);
    }
  }

  private void big(BigInteger number) throws IOException {
    if (number.bitLength() > (number.signum() < 0 ? 63 : 64)) {
      throw new ConfigurationException(
          "an integer of "
              + number.bitLength()
              + " bits does not fit msgpack: use -2^63 to 2^64-1, or send it as text");
    }
    packer.packBigInteger(number);
  }

  private void text(String text) throws IOException {
    requireRoom(text.length());
    byte[] encoded = Utf8.encode(text);
    packer.packRawStringHeader(encoded.length);
    packer.writePayload(encoded);
  }

  private void bytes(byte[] bytes) throws IOException {
    requireRoom(bytes.length);
    packer.packBinaryHeader(bytes.length);
    packer.writePayload(bytes);
  }

  private void container(Object value, int depth) throws IOException {
    if (depth == MsgpackLimits.MAX_DEPTH) {
      throw new ConfigurationException(
          "the data is nested more than " + depth + " deep: send it flatter");
    }
    if (value instanceof List<?> list) {
      packer.packArrayHeader(list.size());
      for (Object element : list) {
        value(element, depth + 1);
      }
    } else if (value instanceof Map<?, ?> map) {
      packer.packMapHeader(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        key(entry.getKey());
        value(entry.getValue(), depth + 1);
      }
    } else {
      throw unsupported(value);
    }
  }

  private void key(Object key) throws IOException {
    if (key instanceof String text) {
      text(text);
    } else if (key instanceof byte[] bytes) {
      bytes(bytes);
    } else {
      throw new ConfigurationException(
          "a map's key is "
              + (key == null ? "null" : "of type " + key.getClass().getName())
              + ": vidgear reads only String and byte[] keys");
    }
  }

  private void requireRoom(int more) {
    long size = packer.getTotalWrittenBytes() + more;
    if (size > MsgpackLimits.MAX_PLAIN_BYTES) {
      throw new ConfigurationException(
          "the data takes more than "
              + MsgpackLimits.MAX_PLAIN_BYTES
              + " bytes: send large things as frames or array replies");
    }
  }

  private static ConfigurationException unsupported(Object value) {
    return new ConfigurationException(
        "data of type "
            + value.getClass().getName()
            + " cannot be sent: use String, Boolean, Long, BigInteger, Double, byte[], List or Map");
  }
}
