package io.framewire.frame;

import java.nio.ByteBuffer;

/** A pool's buffer, which it lends again and again. Guarded by its pool. */
final class Slab {
  final ByteBuffer memory;

  /** The number of the last taking, of all that the pool has seen. */
  long taken;

  Slab(ByteBuffer memory) {
    this.memory = memory;
  }

  int capacity() {
    return memory.capacity();
  }
}
