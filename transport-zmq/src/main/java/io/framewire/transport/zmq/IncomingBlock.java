package io.framewire.transport.zmq;

import io.framewire.frame.Block;
import java.nio.ByteBuffer;

/**
 * A part that came, in a pool's memory; holding the block keeps it from being written off while
 * JeroMQ has it.
 */
final class IncomingBlock extends UnreadMsg {
  private final Block block;

  IncomingBlock(ByteBuffer slice, Block block, Unfinished.Tally tally) {
    super(slice, tally);
    this.block = block;
  }

  Block block() {
    return block;
  }

  /** JeroMQ asks so only for what commands say, and reads one of any size onto the heap. */
  @Override
  public byte get(int index) {
    return 0;
  }
}
