package io.framewire.transport.zmq;

import java.nio.ByteBuffer;
import java.util.Optional;
import zmq.Msg;

/**
 * A part that came. If others follow it, it is counted until it is read: JeroMQ's decoder sets its
 * flags before its bytes, and only who reads it out of its pipe asks whether it is a credential.
 */
abstract class UnreadMsg extends Msg {
  private final Unfinished.Tally tally;
  private final int heapBytes;
  private Optional<Unfinished.Message> message = Optional.empty();

  /** On the heap. */
  UnreadMsg(int size, Unfinished.Tally tally) {
    super(size);
    this.tally = tally;
    this.heapBytes = size;
  }

  UnreadMsg(ByteBuffer slice, Unfinished.Tally tally) {
    super(slice);
    this.tally = tally;
    this.heapBytes = 0;
  }

  @Override
  public void setFlags(int flags) {
    super.setFlags(flags);
    if ((flags & COMMAND) != 0) {
      return;
    }
    if ((flags & MORE) != 0) {
      message = Optional.of(tally.came(heapBytes));
    } else {
      tally.finished();
    }
  }

  @Override
  public boolean isCredential() {
    if (message.isPresent()) {
      message.get().read(heapBytes);
      message = Optional.empty();
    }
    return super.isCredential();
  }
}
