package io.framewire.benchmarks.wire.end;

import java.nio.ByteBuffer;
import zmq.Msg;
import zmq.msg.MsgAllocator;

/** Gives JeroMQ the same few direct buffers in turn, more than can be waiting at once. */
final class BufferRing implements MsgAllocator {
  private static final int BUFFERS = 16;
  private static final int HEAP_LIMIT = 8 << 10;

  private final ByteBuffer[] ring = new ByteBuffer[BUFFERS];
  private int next;

  @Override
  public Msg allocate(int size) {
    if (size <= HEAP_LIMIT) {
      return new Msg(size);
    }
    next = (next + 1) % BUFFERS;
    if (ring[next] == null || ring[next].capacity() != size) {
      ring[next] = ByteBuffer.allocateDirect(size);
    }
    return new Msg(ring[next].duplicate().clear());
  }
}
