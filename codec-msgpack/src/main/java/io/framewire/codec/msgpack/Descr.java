package io.framewire.codec.msgpack;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import io.framewire.frame.Field;
import io.framewire.frame.Kind;
import java.util.List;

/**
 * A dtype in the words of NumPy's {@code dtype.descr}: an array-protocol string, or for structures
 * and plain void a list of entries (name, type[, shape]).
 */
final class Descr {
  private Descr() {}

  /** Strings, integers and lists of them, as msgpack-numpy's {@code type} holds them. */
  static Object of(DType dtype) {
    if (dtype.kind() == Kind.VOID && dtype.fields().isEmpty()) {
      return List.of(List.of("", dtype.str()));
    }
    return ofField(dtype, 0);
  }

  /** msgpack-numpy's {@code kind} for a dtype. */
  static String kindOf(DType dtype) {
    return dtype.kind() == Kind.VOID ? "V" : "";
  }

  private static Object ofField(DType dtype, int depth) {
    if (dtype.fields().isEmpty()) {
      return dtype.str();
    }
    if (depth == MsgpackLimits.MAX_DEPTH) {
      throw new ConfigurationException(
          "a dtype nested more than " + depth + " deep is not possible");
    }
    return dtype.fields().stream().map(field -> entry(field, depth)).toList();
  }

  private static List<Object> entry(Field field, int depth) {
    Object name =
        field.title().<Object>map(title -> List.of(title, field.name())).orElse(field.name());
    Object type = ofField(field.type(), depth + 1);
    return field.shape().isEmpty() ? List.of(name, type) : List.of(name, type, field.shape());
  }
}
