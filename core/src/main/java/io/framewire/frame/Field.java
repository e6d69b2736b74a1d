package io.framewire.frame;

import io.framewire.error.ConfigurationException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One field of a structured dtype.
 *
 * @param name its name; empty for padding
 * @param title NumPy's second name for it, if it has one
 * @param type the type of its elements
 * @param shape the lengths of its own dimensions, empty for a single element
 */
public record Field(String name, Optional<String> title, DType type, List<Integer> shape) {
  /**
   * Checks and copies.
   *
   * @param name its name; empty for padding
   * @param title NumPy's second name for it, if it has one
   * @param type the type of its elements
   * @param shape the lengths of its own dimensions, empty for a single element
   * @throws ConfigurationException if a length is negative, or the field is larger than 2 GiB
   */
  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(type, "type");
    shape = List.copyOf(shape);
    Shapes.byteSize(type.itemSize(), shape.stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * A field of one element and no title.
   *
   * @param name its name; empty for padding
   * @param type its type
   * @return the field
   */
  public static Field of(String name, DType type) {
    return new Field(name, Optional.empty(), type, List.of());
  }

  /**
   * The size of the whole field.
   *
   * @return bytes
   */
  public int byteSize() {
    return Shapes.byteSize(type.itemSize(), shape.stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public String toString() {
    return name + ":" + type + (shape.isEmpty() ? "" : shape.toString());
  }
}
