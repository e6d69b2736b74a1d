package io.framewire.tck;

import io.framewire.error.ConfigurationException;
import io.framewire.error.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plain values as a tag and their content. */
final class TinyValues {
  static final byte LIST = 9;
  private static final byte NONE = 0;
  private static final byte TEXT = 1;
  private static final byte WHOLE = 2;
  private static final byte REAL = 3;
  private static final byte TRUTH = 4;
  private static final byte BYTES = 5;
  private static final byte MAP = 6;
  private static final int DEEPEST = 32;

  private final CodecFlaw flaw;

  TinyValues(CodecFlaw flaw) {
    this.flaw = flaw;
  }

  byte[] written(byte letter, Optional<Object> value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(letter);
      if (value.isPresent()) {
        write(value.get(), out);
      } else {
        out.writeByte(NONE);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void write(Object value, DataOutputStream out) throws IOException {
    if (value instanceof String text) {
      block(TEXT, text.getBytes(StandardCharsets.UTF_8), out);
    } else if (value instanceof Long || value instanceof Integer || value instanceof BigInteger) {
      block(WHOLE, new BigInteger(value.toString()).toByteArray(), out);
    } else if (value instanceof Double real) {
      out.writeByte(REAL);
      out.writeDouble(real);
    } else if (value instanceof Boolean truth) {
      out.writeByte(TRUTH);
      out.writeBoolean(truth);
    } else if (value instanceof byte[] bytes) {
      block(BYTES, bytes, out);
    } else if (value instanceof List<?> list) {
      out.writeByte(LIST);
      writeAll(list, out);
    } else if (value instanceof Map<?, ?> map) {
      out.writeByte(MAP);
      List<Object> flat = new ArrayList<>();
      map.forEach((key, each) -> flat.addAll(List.of(key, each)));
      writeAll(flat, out);
    } else if (flaw == CodecFlaw.WRITES_ANYTHING_AS_WORDS) {
      write(value.toString(), out);
    } else {
      throw new ConfigurationException(
          "a value of " + value.getClass().getName() + " cannot be sent: use plain ones");
    }
  }

  private void writeAll(List<?> list, DataOutputStream out) throws IOException {
    out.writeByte(list.size());
    for (Object each : list) {
      write(each, out);
    }
  }

  private static void block(byte tag, byte[] bytes, DataOutputStream out) throws IOException {
    out.writeByte(tag);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  Optional<Object> read(ByteBuffer from) {
    Optional<Object> value =
        from.hasRemaining() && from.get(from.position()) == NONE
            ? none(from)
            : Optional.of(value(from, 0));
    if (from.hasRemaining()) {
      throw new ProtocolException(from.remaining() + " bytes more than a message has");
    }
    return value;
  }

  private static Optional<Object> none(ByteBuffer from) {
    from.get();
    return Optional.empty();
  }

  private Object value(ByteBuffer from, int depth) {
    if (depth > DEEPEST && flaw != CodecFlaw.FOLLOWS_ANY_DEPTH) {
      throw new ProtocolException("a value nested more than " + DEEPEST + " deep");
    }
    byte tag = from.get();
    return switch (tag) {
      case TEXT -> new String(bytes(from), StandardCharsets.UTF_8);
      case WHOLE -> whole(bytes(from));
      case REAL -> from.getDouble();
      case TRUTH -> from.get() != 0;
      case BYTES -> bytes(from);
      case LIST -> values(from, depth);
      case MAP -> map(values(from, depth));
      default -> throw new ProtocolException("a value with the tag " + tag);
    };
  }

  private Object whole(byte[] bytes) {
    if (bytes.length == 0) {
      throw new ProtocolException("a number without digits");
    }
    BigInteger whole = new BigInteger(bytes);
    return flaw == CodecFlaw.MAKES_FLOATS_OF_WHOLE_NUMBERS ? whole.doubleValue() : whole;
  }

  private List<Object> values(ByteBuffer from, int depth) {
    List<Object> list = new ArrayList<>();
    for (int left = from.get(); left > 0; left--) {
      list.add(value(from, depth + 1));
    }
    return list;
  }

  private static Map<Object, Object> map(List<Object> flat) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int index = 0; index + 1 < flat.size(); index += 2) {
      map.put(flat.get(index), flat.get(index + 1));
    }
    return map;
  }

  private byte[] bytes(ByteBuffer from) {
    int length = from.getInt();
    if ((length < 0 || length > from.remaining()) && flaw != CodecFlaw.BELIEVES_EVERY_LENGTH) {
      throw new ProtocolException("announces " + length + " where less is left");
    }
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }
}
