package io.framewire.transport.zmq;

import java.nio.ByteBuffer;
import zmq.Msg;

/** Stands in a message for a part there was no memory for. */
final class RefusedMsg extends Msg {
  private final String why;
  private final UnreadPart unread;

  RefusedMsg(ByteBuffer refuse, String why, Unfinished.Tally tally) {
    super(refuse);
    this.why = why;
    this.unread = new UnreadPart(tally, 0);
  }

  String why() {
    return why;
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

  /** As {@link IncomingBlock} does. */
  @Override
  public byte get(int index) {
    return 0;
  }
}
