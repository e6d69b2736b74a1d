package io.framewire.interop;

import io.framewire.frame.Frame;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/** A plain value as the scripts take it and show it; {@code values.py} is the other half. */
final class PythonValue {
  /** What vidgear hands its user where there is nothing. */
  static final Map<String, Object> NONE = Map.of("type", "NoneType", "value", "None");

  private PythonValue() {}

  /** What makes {@code values.py} make the value that arrives in Java as this one. */
  static Object made(Object value) {
    if (value instanceof byte[] bytes) {
      return Map.of("$bytes", HexFormat.of().formatHex(bytes));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(PythonValue::made).toList();
    }
    return value instanceof Map<?, ?> map ? each(map, PythonValue::made) : value;
  }

  /** An array of the series, laid out in memory as C or as Fortran does. */
  static Object array(PatternedFrames series, int index, String layout) {
    return Map.of(
        "$array",
        Map.of(
            "dtype", series.dtype().str(),
            "shape", series.shape(),
            "seed", series.seed(),
            "index", index,
            "layout", layout));
  }

  /** What {@code values.py} shows of a value that was sent from Java. */
  static Map<String, Object> shown(Object value) {
    if (value instanceof String text) {
      return typed("str", text);
    }
    if (value instanceof Boolean truth) {
      return typed("bool", truth ? "True" : "False");
    }
    if (value instanceof byte[] bytes) {
      return typed("bytes", HexFormat.of().formatHex(bytes));
    }
    if (value instanceof List<?> list) {
      return typed("tuple", list.stream().map(PythonValue::shown).toList());
    }
    if (value instanceof Map<?, ?> map) {
      return typed("dict", each(map, PythonValue::shown));
    }
    if (value == null) {
      return NONE;
    }
    return typed(value instanceof Double ? "float" : "int", value.toString());
  }

  /** What it shows of an array. */
  static Map<String, Object> shown(Frame array) {
    CRC32 crc = new CRC32();
    crc.update(array.data());
    return typed(
        "ndarray",
        Map.of(
            "shape", Arrays.stream(array.shape()).boxed().toList(),
            "dtype", array.dtype().str(),
            "crc32", String.valueOf(crc.getValue())));
  }

  private static Map<String, Object> typed(String type, Object value) {
    return Map.of("type", type, "value", value);
  }

  private static Map<Object, Object> each(Map<?, ?> map, UnaryOperator<Object> change) {
    Map<Object, Object> changed = new LinkedHashMap<>();
    map.forEach((key, element) -> changed.put(key, change.apply(element)));
    return changed;
  }
}
