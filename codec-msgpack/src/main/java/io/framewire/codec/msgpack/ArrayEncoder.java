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
import java.util.Optional;

/** Makes the part of an array from a frame, without a copy where the frame has room in front. */
final class ArrayEncoder {
  /** How an array was described, in the bytes that go in front of its elements. */
  private record Described(DType dtype, int[] shape, ByteBuffer header) {
    boolean fits(Frame frame) {
      return frame.hasShape(shape) && frame.dtype().equals(dtype);
    }
  }

  // immutable, so a race costs a header and nothing else
  private Optional<Described> last = Optional.empty();

  Part encode(Frame frame, FramePool pool) {
    ByteBuffer header = headerOf(frame);
    Optional<ByteBuffer> message = frame.withHeader(header);
    return message.isPresent()
        ? Part.of(message.get(), frame.block().retain())
        : copy(header.duplicate(), frame.data(), pool);
  }

  private ByteBuffer headerOf(Frame frame) {
    Optional<Described> before = last;
    if (before.isPresent() && before.get().fits(frame)) {
      return before.get().header();
    }
    Described described = new Described(frame.dtype(), frame.shape(), header(frame));
    last = Optional.of(described);
    return described.header();
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
