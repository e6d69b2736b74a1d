package io.framewire.benchmarks.wire.end;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;

/** Numbers of frames with the CRC-32 of all their bytes. Safe for use by several threads. */
final class Digests {
  private final Collection<String> entries = Collections.synchronizedList(new ArrayList<>());

  void add(long number, ByteBuffer frame) {
    CRC32 crc = new CRC32();
    crc.update(frame.duplicate());
    entries.add("[" + number + ", " + crc.getValue() + "]");
  }

  /** As JSON. */
  String json() {
    synchronized (entries) {
      return List.copyOf(entries).toString();
    }
  }
}
