package io.framewire.transport.zmq;

import io.framewire.frame.Block;
import java.nio.ByteBuffer;
import zmq.Msg;

/**
 * A ZeroMQ message part that is received in a pool's memory; holding the block keeps it from being
 * written off while JeroMQ has it.
 */
class BlockMsg extends Msg {
  private final Block block;

  BlockMsg(ByteBuffer slice, Block block) {
    super(slice);
    this.block = block;
  }

  final Block block() {
    return block;
  }
}
