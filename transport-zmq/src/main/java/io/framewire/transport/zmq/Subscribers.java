package io.framewire.transport.zmq;

import io.framewire.error.ProtocolException;
import java.nio.ByteBuffer;
import zmq.Msg;

/**
 * Who listens to a publisher, by what its socket reports: each topic when its first subscriber
 * comes and when its last one leaves. One thread.
 */
final class Subscribers {
  private static final byte LEAVES = 0;
  private static final byte COMES = 1;

  private static final int MOST_TOPICS = 1_000;
  private static final int MOST_BYTES = 256 << 10;

  private int topics;
  private int bytesOfTopics;
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
    bytesOfTopics += comes ? bytes.remaining() : -bytes.remaining();
    if (bytes.remaining() == 1) {
      everything = comes;
      steady = false;
    }
  }

  /** JeroMQ keeps every topic, in a tree that takes some 60 bytes for each of a topic's. */
  void requireFew() {
    if (topics > MOST_TOPICS || bytesOfTopics > MOST_BYTES) {
      throw new ProtocolException(
          "subscribers named "
              + topics
              + " topics of "
              + bytesOfTopics
              + " bytes, more than "
              + MOST_TOPICS
              + " or "
              + MOST_BYTES
              + ": a receiver of this wire names one, the empty one");
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
