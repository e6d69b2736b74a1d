package io.framewire.transport.zmq;

import java.nio.ByteBuffer;
import zmq.Msg;

/** Stands in a message for a part there was no memory for. */
final class RefusedMsg extends Msg {
  private final String why;

  RefusedMsg(ByteBuffer refuse, String why) {
    super(refuse);
    this.why = why;
  }

  String why() {
    return why;
  }
}
