package io.framewire.transport.zmq;

import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import zmq.Msg;

/**
 * A message part on its way out, which knows how much of it JeroMQ has read. Holding the part keeps
 * its block from being written off meanwhile.
 */
final class SentMsg extends Msg {
  private final Part part;
  private ByteBuffer reading;
  private boolean encrypted;
  private volatile boolean taken;

  /**
   * The encoder ignores a buffer's position and limit for large bodies, so the buffer is an exact
   * slice.
   */
  SentMsg(Part part) {
    super(part.bytes());
    this.part = part;
  }

  /** The encoder asks for it once, and moves its position as it writes. */
  @Override
  public ByteBuffer buf() {
    reading = super.buf();
    taken = true;
    return reading;
  }

  @Override
  public void transfer(ByteBuffer destination, int srcOffset, int srcLength) {
    taken = true;
    super.transfer(destination, srcOffset, srcLength);
    encrypted = true;
  }

  /**
   * Whether JeroMQ's encoder has begun with it; then all that it read of earlier messages happened
   * before. Not for the first part in PUB, which JeroMQ compares with the subscriptions.
   */
  boolean isTaken() {
    return taken;
  }

  /**
   * Whether all of it was read. To be asked after something that the I/O thread did later was seen.
   */
  boolean hasLeft() {
    ByteBuffer read = reading;
    return encrypted || read != null && read.position() >= part.size();
  }
}
