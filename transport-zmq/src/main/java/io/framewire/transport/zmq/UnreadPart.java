package io.framewire.transport.zmq;

import java.util.Optional;
import zmq.Msg;

/**
 * Counts a part that others follow from when it came to when it was read. JeroMQ's decoder sets its
 * flags before its bytes, and only who reads it out of its pipe asks whether it is a credential.
 */
final class UnreadPart {
  private final Unfinished.Tally tally;
  private final int heapBytes;
  private Optional<Unfinished.Message> message = Optional.empty();

  UnreadPart(Unfinished.Tally tally, int heapBytes) {
    this.tally = tally;
    this.heapBytes = heapBytes;
  }

  void came(int flags) {
    if ((flags & Msg.COMMAND) != 0) {
      return;
    }
    if ((flags & Msg.MORE) != 0) {
      message = Optional.of(tally.came(heapBytes));
    } else {
      tally.finished();
    }
  }

  void read() {
    message.ifPresent(its -> its.read(heapBytes));
    message = Optional.empty();
  }
}
