package io.framewire.codec.msgpack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names Python gives the types of plain values, which vidgear's replies carry. */
final class PythonType {
  static final String NONE = "NoneType";
  static final String ARRAY = "ndarray";

  private PythonType() {}

  static String nameOf(Optional<Object> data) {
    return data.map(PythonType::nameOf).orElse(NONE);
  }

  private static String nameOf(Object value) {
    if (value instanceof String) {
      return "str";
    } else if (value instanceof Boolean) {
      return "bool";
    } else if (value instanceof Double || value instanceof Float) {
      return "float";
    } else if (value instanceof byte[]) {
      return "bytes";
    } else if (value instanceof List) {
      return "list";
    }
    return value instanceof Map ? "dict" : "int";
  }
}
