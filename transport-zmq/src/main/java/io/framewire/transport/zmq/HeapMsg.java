package io.framewire.transport.zmq;

import zmq.Msg;

/**
 * A part on the heap. JeroMQ fails on a PING that is too short, and where that has had to wait for
 * room, never reads the connection again, nor sees its end; so such a command begins like none.
 */
class HeapMsg extends Msg {
  /** Its name with its length, and the time to live. */
  private static final int SHORTEST_PING = 7;

  HeapMsg(int size) {
    super(size);
  }

  @Override
  public byte get(int index) {
    return isCommand() && size() < SHORTEST_PING ? 0 : super.get(index);
  }
}
