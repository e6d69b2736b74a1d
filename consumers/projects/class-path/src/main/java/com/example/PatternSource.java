package com.example;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import java.util.Optional;

/** Numbered pictures that whoever receives them can compute, too. */
final class PatternSource implements FrameSource {
  private final int count;
  private int next;

  PatternSource(int count) {
    this.count = count;
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    if (next == count) {
      return Optional.empty();
    }
    Frame frame = pool.take(DType.UINT8, 48, 64, 3);
    frame.data().put(picture(next++, frame.byteSize()));
    return Optional.of(frame);
  }

  private static byte[] picture(int number, int length) {
    byte[] elements = new byte[length];
    for (int i = 0; i < length; i++) {
      int mixed = i * 0x9E3779B1 + number * 0x85EBCA6B;
      mixed ^= mixed >>> 13;
      elements[i] = (byte) (mixed >>> 11);
    }
    return elements;
  }
}
