package io.framewire.codec.msgpack;

import io.framewire.error.ConfigurationException;
import io.framewire.error.ProtocolException;
import io.framewire.frame.DType;
import io.framewire.frame.Field;
import io.framewire.frame.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a dtype as msgpack-numpy writes it: a string, or the list that {@code descr} is. */
final class DescrReader {
  private static final int LONGEST_STRING = 64;
  private static final Pattern PYTHON_OBJECTS = Pattern.compile("[|<>=]?O\\d*");
  private static final DType NOTHING = DType.parse("|V0");

  private final HeaderReader reader;

  private DescrReader(HeaderReader reader) {
    this.reader = reader;
  }

  static DType read(HeaderReader reader) {
    try {
      return new DescrReader(reader).type(0);
    } catch (ConfigurationException impossible) {
      throw new ProtocolException("the array's dtype: " + impossible.getMessage(), impossible);
    }
  }

  static ProtocolException pickle() {
    return new ProtocolException(
        "the array holds Python objects (dtype O), a pickle: reading one runs what it says, so it is"
            + " never unpickled; send an array of numbers, text or structures");
  }

  private DType type(int depth) {
    if (reader.next() != Form.ARRAY) {
      return plain(reader.text("the array's dtype", LONGEST_STRING));
    }
    if (depth == MsgpackLimits.MAX_DEPTH) {
      throw new ProtocolException("the array's dtype is nested more than " + depth + " deep");
    }
    return structure(fields(depth));
  }

  private List<Field> fields(int depth) {
    int count = reader.listSize("the array's dtype");
    List<Field> fields = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      fields.add(field(depth));
    }
    return fields;
  }

  private Field field(int depth) {
    int length = reader.listSize("a field of the array's dtype");
    if (length != 2 && length != 3) {
      throw new ProtocolException(
          "a field of the array's dtype has " + length + " entries, not name, type and shape");
    }
    Optional<String> title = Optional.empty();
    if (reader.next() == Form.ARRAY) {
      title = Optional.of(title());
    }
    String name = name();
    DType type = type(depth + 1);
    return new Field(name, title, type, length == 3 ? shape() : List.of());
  }

  private String title() {
    int length = reader.listSize("a field's name");
    if (length != 2) {
      throw new ProtocolException("a field's name is a list of " + length + ", not title and name");
    }
    return reader.text("a field's title", MsgpackLimits.MAX_DTYPE_BYTES);
  }

  private String name() {
    return reader.text("a field's name", MsgpackLimits.MAX_DTYPE_BYTES);
  }

  private List<Integer> shape() {
    if (reader.next() == Form.INT) {
      return List.of(ShapeReader.length(reader));
    }
    List<Integer> shape = new ArrayList<>();
    for (int length : ShapeReader.read(reader)) {
      shape.add(length);
    }
    return shape;
  }

  /** One nameless entry of plain void is how NumPy describes plain void itself. */
  private static DType structure(List<Field> fields) {
    if (fields.isEmpty()) {
      return NOTHING;
    }
    Field first = fields.get(0);
    boolean plainVoid =
        fields.size() == 1
            && first.name().isEmpty()
            && first.title().isEmpty()
            && first.shape().isEmpty()
            && first.type().kind() == Kind.VOID
            && first.type().fields().isEmpty();
    return plainVoid ? first.type() : DType.structured(fields);
  }

  private static DType plain(String text) {
    if (PYTHON_OBJECTS.matcher(text).matches()) {
      throw pickle();
    }
    return DType.parse(text);
  }
}
