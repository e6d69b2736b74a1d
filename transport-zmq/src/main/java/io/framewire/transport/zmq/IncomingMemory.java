package io.framewire.transport.zmq;

import io.framewire.error.FramewireException;
import io.framewire.frame.Block;
import io.framewire.frame.FramePool;
import java.util.Optional;
import zmq.Msg;
import zmq.msg.MsgAllocator;

/**
 * Gives JeroMQ the memory to read a message part into: the heap for small ones, the stream's pool
 * for frames. It runs on the I/O thread with the size a peer announced, where an exception would
 * wedge the connection or kill the thread; so when there is no memory it says so to the receiver
 * and hands out an empty part, which the bytes that follow turn into a protocol error that ends the
 * connection.
 */
final class IncomingMemory implements MsgAllocator {
  private static final int HEAP_LIMIT = 8 << 10;

  private final FramePool pool;
  private volatile Optional<String> refusal = Optional.empty();

  IncomingMemory(FramePool pool) {
    this.pool = pool;
  }

  @Override
  public Msg allocate(int size) {
    if (size <= HEAP_LIMIT) {
      return new Msg(size);
    }
    Optional<Block> block = take(size);
    if (block.isPresent()) {
      return new BlockMsg(block.get().slice(0, size), block.get());
    }
    return new Msg(0);
  }

  /** Why a message was refused, if one was. */
  Optional<String> refusal() {
    return refusal;
  }

  private Optional<Block> take(int size) {
    Optional<Block> block = Optional.empty();
    String why =
        "it would take the stream over its memory limit: close frames you are done with, or raise it";
    try {
      block = pool.tryTakeBlock(size);
    } catch (FramewireException noMemory) {
      why = noMemory.getMessage();
    }
    if (block.isEmpty()) {
      refusal = Optional.of("a message of " + size + " bytes was refused, " + why);
    }
    return block;
  }
}
