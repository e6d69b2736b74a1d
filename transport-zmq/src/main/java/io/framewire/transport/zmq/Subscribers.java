package io.framewire.transport.zmq;

import java.nio.ByteBuffer;
import zmq.Msg;

/**
 * Who listens to a publisher, by what its socket reports: each topic when its first subscriber
 * comes and when its last one leaves. One thread.
 */
final class Subscribers {
  private static final byte LEAVES = 0;
  private static final byte COMES = 1;

  private int topics;
  private boolean everything;
  private boolean steady;

  /** Takes a report; other words of a subscriber are ignored. */
  void hear(Msg report) {
    ByteBuffer bytes = report.buf();
    bytes.rewind();
    if (!bytes.hasRemaining() || bytes.get(0) != LEAVES && bytes.get(0) != COMES) {
      return;
    }
    boolean comes = bytes.get(0) == COMES;
    topics += comes ? 1 : -1;
    if (bytes.remaining() == 1) {
      everything = comes;
      steady = false;
    }
  }

  boolean any() {
    return topics > 0;
  }

  /** Whether everything sent since this was last asked has certainly gone to some subscriber. */
  boolean steady() {
    boolean before = steady;
    steady = everything;
    return before;
  }
}
