package io.framewire.transport.zmq;

import java.nio.ByteBuffer;

/** Stands in a message for a part there was no memory for. */
final class RefusedMsg extends UnreadMsg {
  private final String why;

  RefusedMsg(ByteBuffer refuse, String why, Unfinished.Tally tally) {
    super(refuse, tally);
    this.why = why;
  }

  String why() {
    return why;
  }

  /** As {@link IncomingBlock} does. */
  @Override
  public byte get(int index) {
    return 0;
  }
}
