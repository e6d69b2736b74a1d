package io.framewire.codec.msgpack;

import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A small part that is said again and again, so that it is neither written nor read anew for every
 * frame. Immutable, may be shared between threads.
 */
final class KnownPart {
  private final ByteBuffer bytes;

  KnownPart(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  Part part() {
    return new Part(bytes.duplicate(), Optional.empty());
  }

  /** Whether a part says the same to the byte. */
  boolean is(Part part) {
    return part.size() == bytes.limit() && part.bytes().equals(bytes);
  }
}
