package io.framewire.cli;

import io.framewire.frame.Frame;
import java.util.zip.CRC32;

/** The CRC-32 of the elements of many frames, in C order, one after another. One thread at a time. */
final class FrameDigest {
  private final CRC32 crc = new CRC32();

  void add(Frame frame) {
    crc.update(frame.data());
  }

  long value() {
    return crc.getValue();
  }

  static long of(Frame frame) {
    FrameDigest digest = new FrameDigest();
    digest.add(frame);
    return digest.value();
  }
}
