package io.framewire.codec.msgpack;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.Block;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Makes the part of an array from a frame, without a copy where the frame has room in front. */
final class ArrayEncoder {
  private ArrayEncoder() {}

  static Part encode(Frame frame, FramePool pool) {
    ByteBuffer header = header(frame);
    return frame
        .withHeader(header)
        .map(message -> Part.of(message, frame.block().retain()))
        .orElseGet(() -> copy(header, frame.data(), pool));
  }

  private static Part copy(ByteBuffer header, ByteBuffer elements, FramePool pool) {
    long size = (long) header.remaining() + elements.remaining();
    if (size > Integer.MAX_VALUE) {
      throw new ConfigurationException(
          "a frame of "
              + elements.remaining()
              + " bytes does not fit one message: send it in parts");
    }
    Block block = pool.takeBlock((int) size);
    ByteBuffer message = block.slice(0, (int) size);
    message.put(header).put(elements).rewind();
    return Part.of(message, block);
  }

  private static ByteBuffer header(Frame frame) {
    HeaderWriter writer = new HeaderWriter().smallMap(5).bin("nd").flag(true).bin("type");
    return type(writer, frame.dtype())
        .bin("kind")
        .bin(Descr.kindOf(frame.dtype()))
        .bin("shape")
        .value(shape(frame))
        .bin("data")
        .bin(frame.byteSize())
        .written();
  }

  private static HeaderWriter type(HeaderWriter writer, DType dtype) {
    int before = writer.written().remaining();
    writer.value(Descr.of(dtype));
    int length = writer.written().remaining() - before;
    if (length > MsgpackLimits.MAX_DTYPE_BYTES) {
      throw new ConfigurationException(
          "the frame's dtype takes "
              + length
              + " bytes to describe, more than "
              + MsgpackLimits.MAX_DTYPE_BYTES
              + ": use fewer fields");
    }
    return writer;
  }

  private static List<Integer> shape(Frame frame) {
    return Arrays.stream(frame.shape()).boxed().toList();
  }
}
