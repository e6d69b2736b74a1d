package io.framewire.codec.msgpack;

import io.framewire.codec.msgpack.PartInspection.Kind;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Describes the part of an array. */
final class ArrayInspector {
  private ArrayInspector() {}

  static PartInspection inspect(ByteBuffer part) {
    ArrayReader array = new ArrayReader(part);
    Optional<String> problem = MsgpackInspector.problem(array::read);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("form", form(array));
    array.dtype().ifPresent(dtype -> details.put("dtype", Descr.of(dtype)));
    array.kind().ifPresent(kind -> details.put("kind", kind));
    array.shape().ifPresent(shape -> details.put("shape", Arrays.stream(shape).boxed().toList()));
    array.data().ifPresent(data -> details.put("data_offset", data.offset()));
    array.data().ifPresent(data -> details.put("data_length", data.length()));
    if (array.isComplex() && problem.isEmpty()) {
      PythonComplex value = array.complexValue();
      details.put("real", value.real());
      details.put("imaginary", value.imaginary());
    }
    return new PartInspection(Kind.ARRAY, part.limit(), details, problem);
  }

  private static String form(ArrayReader array) {
    if (array.isComplex()) {
      return "Python complex";
    }
    return array.array().map(many -> many ? "ndarray" : "NumPy scalar").orElse("undetermined");
  }
}
