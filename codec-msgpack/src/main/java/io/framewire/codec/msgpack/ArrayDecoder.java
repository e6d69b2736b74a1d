package io.framewire.codec.msgpack;

import io.framewire.codec.msgpack.ArrayReader.Extent;
import io.framewire.frame.Block;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Makes a frame of the part of an array. */
final class ArrayDecoder {
  private static final int LONGEST_KEPT = 1_024;

  /**
   * What was read from a part of a size, and all of its bytes but those of its elements. The same
   * bytes in a part of the same size say the same.
   */
  private record Description(int partSize, byte[] head, DType dtype, int[] shape) {
    boolean begins(ByteBuffer part) {
      if (part.limit() != partSize) {
        return false;
      }
      for (int index = 0; index < head.length; index++) {
        if (part.get(index) != head[index]) {
          return false;
        }
      }
      return true;
    }
  }

  // immutable, so a race costs a reading and nothing else
  private Optional<Description> last = Optional.empty();

  /** The frame takes a reference of its own; the part stays the caller's. */
  Frame decode(Part part) {
    Optional<Description> before = last;
    if (before.isPresent() && before.get().begins(part.bytes())) {
      Description same = before.get();
      int offset = same.head().length;
      return frame(part, new Extent(offset, part.size() - offset), same.dtype(), same.shape());
    }
    ArrayReader array = new ArrayReader(part.bytes()).read();
    if (array.isComplex()) {
      return array.complexValue().toFrame();
    }
    Extent data = array.data().orElseThrow();
    DType dtype = array.dtype().orElseThrow();
    int[] shape = array.shape().orElseThrow();
    if (data.offset() <= LONGEST_KEPT && data.offset() + data.length() == part.size()) {
      byte[] head = new byte[data.offset()];
      part.bytes().get(0, head);
      last = Optional.of(new Description(part.size(), head, dtype, shape));
    }
    return frame(part, data, dtype, shape);
  }

  private static Frame frame(Part part, Extent data, DType dtype, int[] shape) {
    if (fillsBlock(part)) {
      Block block = part.block().orElseThrow();
      return Frame.over(block.retain(), data.offset(), dtype, shape);
    }
    ByteBuffer elements = part.bytes().slice(data.offset(), data.length());
    return Frame.copyOf(elements, dtype, shape);
  }

  /** A part does not say where in its block it lies, which is certain only if it is all of it. */
  private static boolean fillsBlock(Part part) {
    return part.block().isPresent() && part.block().get().size() == part.size();
  }
}
