package io.framewire.transport.zmq;

import zmq.Msg;

/**
 * Counts a part that others follow from when it came to when it was read. JeroMQ's decoder sets its
 * flags before its bytes, and only who reads it out of its pipe asks whether it is a credential.
 */
final class UnreadPart {
  private final Unfinished unfinished;
  private final int heapBytes;
  private boolean counted;
  private int era;

  UnreadPart(Unfinished unfinished, int heapBytes) {
    this.unfinished = unfinished;
    this.heapBytes = heapBytes;
  }

  void came(int flags) {
    if ((flags & (Msg.MORE | Msg.COMMAND)) == Msg.MORE) {
      counted = true;
      era = unfinished.came(heapBytes);
    }
  }

  void read() {
    if (counted) {
      counted = false;
      unfinished.read(heapBytes, era);
    }
  }
}
