package io.framewire.codec.msgpack;

import io.framewire.frame.Block;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.wire.Part;
import java.nio.ByteBuffer;

/** Makes a frame of the part of an array. */
final class ArrayDecoder {
  private ArrayDecoder() {}

  /** The frame takes a reference of its own; the part stays the caller's. */
  static Frame decode(Part part) {
    ArrayReader array = new ArrayReader(part.bytes()).read();
    if (array.isComplex()) {
      return array.complexValue().toFrame();
    }
    ArrayReader.Extent data = array.data().orElseThrow();
    DType dtype = array.dtype().orElseThrow();
    int[] shape = array.shape().orElseThrow();
    if (fillsBlock(part)) {
      Block block = part.block().orElseThrow();
      return Frame.over(block.retain(), data.offset(), dtype, shape);
    }
    ByteBuffer elements = part.bytes().slice(data.offset(), data.length());
    return Frame.copyOf(elements, dtype, shape);
  }

  /** A part does not say where in its block it lies, which is certain only if it is all of it. */
  private static boolean fillsBlock(Part part) {
    return part.block().filter(block -> block.size() == part.size()).isPresent();
  }
}
