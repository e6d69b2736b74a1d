package io.framewire.wire;

import io.framewire.frame.Block;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One part of a {@link Multipart}: bytes on the heap, or in a pool's block that the part holds a
 * reference to.
 *
 * @param bytes the content from position 0 to limit, and its capacity is its limit; not to be
 *     written to
 * @param block the memory under it, one reference of which belongs to this part; empty for bytes on
 *     the heap
 */
public record Part(ByteBuffer bytes, Optional<Block> block) implements AutoCloseable {
  /**
   * A small part on the heap.
   *
   * @param bytes its content, from now on not to be written to
   * @return the part
   */
  public static Part of(byte[] bytes) {
    return new Part(ByteBuffer.wrap(bytes), Optional.empty());
  }

  /**
   * A part in direct memory. Takes over one of the caller's references to the block.
   *
   * @param bytes an exact slice of the block
   * @param block the memory under it
   * @return the part
   */
  public static Part of(ByteBuffer bytes, Block block) {
    return new Part(bytes, Optional.of(block));
  }

  /**
   * Its length.
   *
   * @return bytes
   */
  public int size() {
    return bytes.limit();
  }

  /** Releases the block. */
  @Override
  public void close() {
    block.ifPresent(Block::release);
  }
}
