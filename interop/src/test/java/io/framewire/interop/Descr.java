package io.framewire.interop;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.frame.DType;
import io.framewire.frame.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A dtype as the JSON that the Python scripts read: NumPy's own description of it. */
final class Descr {
  private Descr() {}

  static String json(DType dtype) {
    return json(describe(dtype));
  }

  static String json(Object value) {
    try {
      return JSON.std.asString(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Object describe(DType dtype) {
    return dtype.fields().isEmpty()
        ? dtype.str()
        : dtype.fields().stream().map(Descr::describe).toList();
  }

  private static List<Object> describe(Field field) {
    List<Object> entry = new ArrayList<>();
    entry.add(
        field.title().<Object>map(title -> List.of(title, field.name())).orElse(field.name()));
    entry.add(describe(field.type()));
    if (!field.shape().isEmpty()) {
      entry.add(field.shape());
    }
    return entry;
  }
}
