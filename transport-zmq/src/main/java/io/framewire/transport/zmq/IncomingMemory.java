package io.framewire.transport.zmq;

import io.framewire.error.FramewireException;
import io.framewire.frame.Block;
import io.framewire.frame.FramePool;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zmq.Msg;

/**
 * Gives JeroMQ the memory to read a message part into: the heap for small ones, the stream's pool
 * for frames. It runs on the I/O thread with the size a peer announced, where an exception would
 * wedge the connection and an error would kill the thread. So when the pool is at its limit, the
 * part is read all the same, into memory that all refused parts share and nobody looks at: the
 * messages after it stay whole.
 */
final class IncomingMemory {
  private static final Logger LOG = LoggerFactory.getLogger(IncomingMemory.class);
  private static final int HEAP_LIMIT = 8 << 10;

  private final FramePool pool;
  private final long maxBytes;
  private final boolean encrypted;
  private final Unfinished unfinished;
  private ByteBuffer refuse = ByteBuffer.allocate(0);

  IncomingMemory(FramePool pool, long maxBytes, boolean encrypted, Unfinished unfinished) {
    this.pool = pool;
    this.maxBytes = maxBytes;
    this.encrypted = encrypted;
    this.unfinished = unfinished;
  }

  /** For a new connection's parts. */
  Unfinished.Tally tally() {
    return unfinished.tally();
  }

  Msg allocate(int size, Unfinished.Tally tally) {
    if (size < 0 || size > maxBytes) {
      return ignored();
    }
    if (unfinished.excess().isPresent()) {
      return skipped(size);
    }
    if (size > HEAP_LIMIT) {
      return large(size, tally);
    }
    return encrypted ? new CipherMsg(size) : new SmallMsg(size, tally);
  }

  private Msg large(int size, Unfinished.Tally tally) {
    String why =
        "it would take the stream over its memory limit: close frames you are done with, or raise it";
    try {
      Optional<Block> block = pool.tryTakeBlock(size);
      if (block.isPresent()) {
        ByteBuffer slice = block.get().slice(0, size);
        return encrypted
            ? new CipherMsg(slice, block)
            : new IncomingBlock(slice, block.get(), tally);
      }
    } catch (FramewireException noMemory) {
      why = noMemory.getMessage();
    }
    return refused(size, tally, "a message of " + size + " bytes was refused, " + why);
  }

  private Msg refused(int size, Unfinished.Tally tally, String why) {
    try {
      ByteBuffer slice = nobodysMemory(size);
      return encrypted ? new CipherMsg(slice, Optional.empty()) : new RefusedMsg(slice, why, tally);
    } catch (OutOfMemoryError none) {
      LOG.warn("{}; the connection it came on cannot be read any further", why);
      return ignored();
    }
  }

  private ByteBuffer nobodysMemory(int size) {
    if (refuse.capacity() < size) {
      refuse = ByteBuffer.allocateDirect(size);
    }
    return refuse.slice(0, size);
  }

  /** Read to its end and forgotten, as a session forgets commands. */
  private Msg skipped(int size) {
    try {
      Msg nothing = new Msg(nobodysMemory(size));
      nothing.setFlags(Msg.COMMAND);
      return nothing;
    } catch (OutOfMemoryError none) {
      return ignored();
    }
  }

  /**
   * JeroMQ checks a size of 2^63 and above as a negative number and cuts it to 32 bits, so that it
   * passes for a small or negative one. A session ignores commands, and what follows is no frame.
   */
  private static Msg ignored() {
    Msg nothing = new Msg(0);
    nothing.setFlags(Msg.COMMAND);
    return nothing;
  }
}
