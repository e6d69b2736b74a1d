package io.framewire.tck;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plain values in a form in which equal ones are equal, whatever Java's type for them is. */
final class PlainValues {
  private PlainValues() {}

  static Object comparable(Optional<?> value) {
    return value.map(PlainValues::comparable).orElse("no value");
  }

  static Object comparable(Object value) {
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(PlainValues::comparable).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(comparable(key), comparable(each)));
      return copy;
    }
    if (value instanceof Double || value instanceof Float) {
      return ((Number) value).doubleValue();
    }
    return value instanceof Number number ? new BigInteger(number.toString()) : value;
  }
}
