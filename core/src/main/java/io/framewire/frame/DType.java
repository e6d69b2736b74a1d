package io.framewire.frame;

import io.framewire.error.ConfigurationException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;

/**
 * The type of an array's elements, with NumPy's meaning: a kind, a size in bytes, a byte order and,
 * for structures, named fields. Two dtypes are equal when they describe the same bytes. Immutable,
 * may be shared between threads.
 *
 * <p>The text form is NumPy's array-protocol string, {@code "|u1"} or {@code "<f4"} for instance;
 * see {@link #parse}.
 */
public final class DType {
  /** Unsigned bytes, the dtype of an ordinary picture. */
  public static final DType UINT8 = parse("|u1");

  /** Signed bytes. */
  public static final DType INT8 = parse("|i1");

  /** Truth values, one byte each. */
  public static final DType BOOL = parse("|b1");

  /** Unsigned 16-bit integers, little-endian. */
  public static final DType UINT16 = parse("<u2");

  /** Signed 16-bit integers, little-endian. */
  public static final DType INT16 = parse("<i2");

  /** Signed 32-bit integers, little-endian. */
  public static final DType INT32 = parse("<i4");

  /** Signed 64-bit integers, little-endian. */
  public static final DType INT64 = parse("<i8");

  /** 32-bit floats, little-endian. */
  public static final DType FLOAT32 = parse("<f4");

  /** 64-bit floats, little-endian. */
  public static final DType FLOAT64 = parse("<f8");

  private final Kind kind;
  private final int itemSize;
  private final ByteOrderMark byteOrder;
  private final String timeUnit;
  private final List<Field> fields;

  DType(Kind kind, int itemSize, ByteOrderMark byteOrder, String timeUnit, List<Field> fields) {
    this.kind = kind;
    this.itemSize = itemSize;
    this.byteOrder = byteOrder;
    this.timeUnit = timeUnit;
    this.fields = List.copyOf(fields);
  }

  /**
   * Reads an array-protocol string such as {@code "|u1"}, {@code ">i2"}, {@code "<c16"}, {@code
   * "|S5"}, {@code "<U3"}, {@code "<M8[ns]"} or {@code "|V12"}, or a NumPy name such as {@code
   * "uint8"} or {@code "float32"}. A missing or {@code =} order means this machine's; an order on
   * elements that have none is ignored, as in NumPy.
   *
   * @param text the string
   * @return the dtype it names
   * @throws ConfigurationException if it names none, or Python objects ({@code "|O"})
   */
  public static DType parse(String text) {
    return DTypeParser.parse(Objects.requireNonNull(text, "text"));
  }

  /**
   * A structure: its fields one after another, without any padding but the fields that have an
   * empty name.
   *
   * @param fields the fields, in memory order
   * @return the dtype
   * @throws ConfigurationException if the fields are none, or together larger than 2 GiB
   */
  public static DType structured(List<Field> fields) {
    if (fields.isEmpty()) {
      throw new ConfigurationException("a structured dtype needs at least one field");
    }
    long size = 0;
    for (Field field : fields) {
      size += field.byteSize();
      if (size > Integer.MAX_VALUE) {
        throw new ConfigurationException("a structured dtype of more than 2 GiB is not possible");
      }
    }
    return new DType(Kind.VOID, (int) size, ByteOrderMark.NONE, "", fields);
  }

  /**
   * The kind of an element.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The size of one element.
   *
   * @return bytes, 0 or more
   */
  public int itemSize() {
    return itemSize;
  }

  /**
   * The byte order of an element; of a structure, look at its fields.
   *
   * @return the mark
   */
  public ByteOrderMark byteOrder() {
    return byteOrder;
  }

  /**
   * The order a buffer over such elements is given.
   *
   * @return the buffer order
   */
  public ByteOrder order() {
    return byteOrder.order();
  }

  /**
   * The unit of {@link Kind#DATETIME} and {@link Kind#TIMEDELTA}, {@code "ns"} or {@code "25s"} for
   * instance.
   *
   * @return the unit, empty for the generic one and for other kinds
   */
  public String timeUnit() {
    return timeUnit;
  }

  /**
   * The fields of a structure.
   *
   * @return the fields in memory order, empty for every other dtype
   */
  public List<Field> fields() {
    return fields;
  }

  /**
   * NumPy's array-protocol string; for a structure, plain void of the same size.
   *
   * @return for instance {@code "<f4"}
   */
  public String str() {
    int count = kind == Kind.UNICODE ? itemSize / 4 : itemSize;
    String unit = timeUnit.isEmpty() ? "" : "[" + timeUnit + "]";
    return "" + byteOrder.symbol() + kind.code() + count + unit;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DType that
        && kind == that.kind
        && itemSize == that.itemSize
        && byteOrder == that.byteOrder
        && timeUnit.equals(that.timeUnit)
        && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, itemSize, byteOrder, timeUnit, fields);
  }

  /** The array-protocol string, or for a structure the list of its fields. */
  @Override
  public String toString() {
    return fields.isEmpty() ? str() : fields.toString();
  }
}
