package io.framewire.codec.msgpack;

import io.framewire.error.ProtocolException;
import io.framewire.frame.DType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the map that the part of an array is: an ndarray, a NumPy scalar or a Python complex. Keeps
 * what it has found so far, so that a broken one can be described too.
 */
final class ArrayReader {
  private static final int LONGEST_KEY = 256;

  /** Where in the part the elements lie. */
  record Extent(int offset, int length) {}

  private final ByteBuffer part;
  private final HeaderReader reader;
  private Optional<Boolean> array = Optional.empty();
  private Optional<DType> dtype = Optional.empty();
  private Optional<String> kind = Optional.empty();
  private Optional<int[]> shape = Optional.empty();
  private Optional<Extent> data = Optional.empty();
  private boolean complex;

  ArrayReader(ByteBuffer part) {
    this.part = part;
    this.reader = new HeaderReader(part);
  }

  /** Reads it all and checks that its pieces fit together. */
  ArrayReader read() {
    int entries = reader.mapSize("the array's map");
    for (int index = 0; index < entries; index++) {
      entry(reader.text("a key of the array's map", LONGEST_KEY));
    }
    reader.requireEnd();
    if (isComplex()) {
      complexValue();
    } else {
      requireFittingSize();
    }
    return this;
  }

  /** False for a scalar; empty if it does not say, or has not been read that far. */
  Optional<Boolean> array() {
    return array;
  }

  Optional<DType> dtype() {
    return dtype;
  }

  Optional<String> kind() {
    return kind;
  }

  Optional<int[]> shape() {
    return shape;
  }

  Optional<Extent> data() {
    return data;
  }

  /** Whether it is Python's own complex, which comes as text. */
  boolean isComplex() {
    return complex && array.isEmpty();
  }

  PythonComplex complexValue() {
    Extent extent = require(data, "data");
    ByteBuffer text = part.slice(extent.offset(), extent.length());
    return PythonComplex.parse(text);
  }

  private void entry(String key) {
    switch (key) {
      case "nd" -> array = Optional.of(reader.flag("the array's nd"));
      case "complex" -> complex = reader.flag("the value's complex");
      case "type" -> dtype = Optional.of(type());
      case "kind" -> kind = Optional.of(kindText());
      case "shape" -> shape = Optional.of(ShapeReader.read(reader));
      case "data" -> {
        int length = reader.skipPayload("the array's data");
        data = Optional.of(new Extent(reader.position() - length, length));
      }
      default -> reader.skip();
    }
  }

  private DType type() {
    HeaderReader ahead =
        new HeaderReader(part.slice(reader.position(), part.limit() - reader.position()));
    ahead.skip();
    if (ahead.position() > MsgpackLimits.MAX_DTYPE_BYTES) {
      throw new ProtocolException(
          "the array's dtype takes "
              + ahead.position()
              + " bytes, more than "
              + MsgpackLimits.MAX_DTYPE_BYTES);
    }
    return DescrReader.read(reader);
  }

  private String kindText() {
    String text = reader.text("the array's kind", LONGEST_KEY);
    if (text.equals("O")) {
      throw DescrReader.pickle();
    }
    return text;
  }

  private void requireFittingSize() {
    boolean many = require(array, "nd");
    int itemSize = require(dtype, "type").itemSize();
    int[] lengths = many ? require(shape, "shape") : new int[0];
    shape = Optional.of(lengths);
    long expected = ShapeReader.byteSize(itemSize, lengths);
    int length = require(data, "data").length();
    if (expected != length) {
      throw new ProtocolException(
          "the array's shape "
              + Arrays.toString(lengths)
              + " of "
              + itemSize
              + "-byte elements needs "
              + (expected < 0 ? "more than 2 GiB" : expected + " bytes")
              + ", its data has "
              + length);
    }
  }

  private static <T> T require(Optional<T> found, String key) {
    return found.orElseThrow(() -> new ProtocolException("the array's map has no \"" + key + "\""));
  }
}
