package io.framewire.interop;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameAndData;
import io.framewire.spi.FrameSource;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A numbered series of frames that Java and Python compute alike; {@code patterned.py} is the other
 * half.
 */
public record PatternedFrames(DType dtype, List<Integer> shape, int count, int seed) {
  private static final int INDEX_FACTOR = 0x85EBCA6B;
  private static final int SEED_FACTOR = 0xC2B2AE35;
  private static final int ELEMENT_FACTOR = 0x9E3779B1;

  /** Small colour pictures. */
  public static PatternedFrames small(int count, int seed) {
    return new PatternedFrames(DType.UINT8, List.of(48, 64, 3), count, seed);
  }

  /** All of them, once. */
  FrameSource source() {
    AtomicInteger next = new AtomicInteger();
    return FrameSource.of(
        pool ->
            next.get() < count
                ? Optional.of(frame(pool, next.getAndIncrement()))
                : Optional.empty());
  }

  /** All of them, once, each with what goes with its number. */
  FrameSource sourceWithData(IntFunction<Object> data) {
    AtomicInteger next = new AtomicInteger();
    return FrameSource.withData(
        pool -> {
          int index = next.getAndIncrement();
          return index < count
              ? Optional.of(new FrameAndData(frame(pool, index), data.apply(index)))
              : Optional.empty();
        });
  }

  public Frame frame(FramePool pool, int index) {
    Frame frame = pool.take(dtype, lengths());
    frame.data().put(elements(index, frame.byteSize()));
    return frame;
  }

  /** Which frame of the series this is, bit for bit, looking past {@code after}; -1 if none. */
  public int numberOf(Frame frame, int after) {
    if (!frame.dtype().equals(dtype) || !Arrays.equals(frame.shape(), lengths())) {
      return -1;
    }
    for (int index = after + 1; index < count; index++) {
      if (frame.data().equals(ByteBuffer.wrap(elements(index, frame.byteSize())))) {
        return index;
      }
    }
    return -1;
  }

  /** The scripts' options that describe the same series. */
  List<String> options() {
    return List.of(
        "--frames=" + count,
        "--seed=" + seed,
        "--dtype=" + Descr.json(dtype),
        "--shape=" + Descr.json(shape));
  }

  private int[] lengths() {
    return shape.stream().mapToInt(Integer::intValue).toArray();
  }

  private byte[] elements(int index, int length) {
    byte[] elements = new byte[length];
    int offset = index * INDEX_FACTOR + seed * SEED_FACTOR;
    for (int i = 0; i < length; i++) {
      int mixed = i * ELEMENT_FACTOR + offset;
      mixed ^= mixed >>> 13;
      elements[i] = (byte) (mixed >>> 11);
    }
    return elements;
  }
}
