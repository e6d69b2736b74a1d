package io.framewire.codec.msgpack;

import io.framewire.error.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A header's or reply's map, whose keys may have come as str or bin. */
final class PlainMap {
  private final String what;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private PlainMap(String what, Map<?, ?> map) {
    this.what = what;
    map.forEach((key, value) -> name(key).ifPresent(name -> values.put(name, value)));
  }

  static PlainMap of(Object value, String what) {
    if (value instanceof Map<?, ?> map) {
      return new PlainMap(what, map);
    }
    throw new ProtocolException(what + " is " + typeOf(value) + ", not a map");
  }

  /** All entries that have a name; values may be null. */
  Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  boolean flag(String key) {
    if (required(key) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(key, "true or false");
  }

  String text(String key) {
    Object value = required(key);
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof byte[] bytes) {
      return Utf8.decode(ByteBuffer.wrap(bytes), what + "'s \"" + key + "\"");
    }
    throw wrong(key, "text");
  }

  /** The plain value, absent where it says no data as vidgear does. */
  Optional<Object> data(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.equals(""));
  }

  Object required(String key) {
    if (!has(key)) {
      throw new ProtocolException(
          what + " has no \"" + key + "\", only " + Utf8.quote(String.join(", ", values.keySet())));
    }
    return values.get(key);
  }

  private ProtocolException wrong(String key, String expected) {
    return new ProtocolException(
        what + "'s \"" + key + "\" is " + typeOf(values.get(key)) + ", not " + expected);
  }

  private static String typeOf(Object value) {
    String name = value == null ? PythonType.NONE : PythonType.nameOf(Optional.of(value));
    return "of type " + name;
  }

  private static Optional<String> name(Object key) {
    if (key instanceof byte[] bytes) {
      return Optional.of(Utf8.decode(ByteBuffer.wrap(bytes), "a key"));
    }
    return key instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
