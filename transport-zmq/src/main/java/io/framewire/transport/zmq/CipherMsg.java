package io.framewire.transport.zmq;

import io.framewire.frame.Block;
import java.nio.ByteBuffer;
import java.util.Optional;
import zmq.Msg;

/**
 * An encrypted part as it came. Its memory goes back as soon as it was decrypted into other, which
 * is what the mechanism copies the largest piece of it for.
 */
final class CipherMsg extends Msg {
  private static final int BOX_AT = 16;

  private Optional<Block> block;

  CipherMsg(int size) {
    super(size);
    this.block = Optional.empty();
  }

  CipherMsg(ByteBuffer slice, Optional<Block> block) {
    super(slice);
    this.block = block;
  }

  @Override
  public void transfer(ByteBuffer destination, int from, int length) {
    super.transfer(destination, from, length);
    if (from == BOX_AT && length == size() - BOX_AT) {
      block.ifPresent(Block::release);
      block = Optional.empty();
    }
  }
}
