package io.framewire.transport.zmq;

import io.framewire.frame.Block;
import java.nio.ByteBuffer;

/** A part that came, in a pool's memory. */
final class IncomingBlock extends BlockMsg {
  private final UnreadPart unread;

  IncomingBlock(ByteBuffer slice, Block block, Unfinished.Tally tally) {
    super(slice, block);
    this.unread = new UnreadPart(tally, 0);
  }

  @Override
  public void setFlags(int flags) {
    super.setFlags(flags);
    unread.came(flags);
  }

  @Override
  public boolean isCredential() {
    unread.read();
    return super.isCredential();
  }

  /** JeroMQ asks so only for what commands say, and reads one of any size onto the heap. */
  @Override
  public byte get(int index) {
    return 0;
  }
}
