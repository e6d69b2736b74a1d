package io.framewire.transport.zmq;

/** A part that came and is small enough for the heap. */
final class SmallMsg extends HeapMsg {
  private final UnreadPart unread;

  SmallMsg(int size, Unfinished.Tally tally) {
    super(size);
    this.unread = new UnreadPart(tally, size);
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
}
