package io.framewire.transport.zmq;

/**
 * A part that came and is small enough for the heap. JeroMQ fails on a PING that is too short, and
 * where that has had to wait for room, never reads the connection again, nor sees its end; so such
 * a command begins like none.
 */
final class SmallMsg extends UnreadMsg {
  /** Its name with its length, and the time to live. */
  private static final int SHORTEST_PING = 7;

  SmallMsg(int size, Unfinished.Tally tally) {
    super(size, tally);
  }

  @Override
  public byte get(int index) {
    return isCommand() && size() < SHORTEST_PING ? 0 : super.get(index);
  }
}
