package io.framewire.frame;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Direct memory for the frames of one stream. Buffers given back are handed out again, so a stream
 * in its stride allocates none; they never leave the pool for another stream. The pool keeps a
 * bounded number of idle buffers; past that it hands out memory which is not kept, until the bytes
 * on loan reach the limit. Idle buffers that were of no use for a hundred frames, since the
 * stream's frames have another size now or fewer are under way at once, are let go, and freed by
 * the garbage collector.
 *
 * <p>Every frame has {@link #HEADROOM} bytes in front of its elements, where a codec writes its
 * header so that both leave as one piece. Safe for use by several threads.
 */
public final class FramePool implements AutoCloseable {
  /**
   * Bytes in front of a frame's elements; a multiple of the cache line, so the elements begin on
   * one.
   */
  public static final int HEADROOM = 256;

  /** How many idle buffers a pool keeps unless told otherwise. */
  public static final int DEFAULT_IDLE_BUFFERS = 16;

  /** How many bytes may be on loan at once unless told otherwise. */
  public static final long DEFAULT_BYTE_LIMIT = 512L << 20;

  /** A buffer that was of no use for as many takings is let go. */
  private static final int TAKINGS_KEPT = 100;

  private static final int CACHE_LINE = 64;
  private static final int LARGEST_FRAME = Integer.MAX_VALUE - HEADROOM;
  private static final int COLLECTION_LOOKS = 20;
  private static final long COLLECTION_LOOK_NANOS = 10_000_000;
  private static final FramePool UNPOOLED = new FramePool(0, Long.MAX_VALUE);

  private final int idleBuffers;
  private final long byteLimit;
  private final Deque<Slab> idle = new ArrayDeque<>();
  private long lentBytes;
  private int lentBlocks;
  private long allocations;
  private long takings;
  private long lostBlocks;
  private boolean closed;

  /** A pool with the default limits. */
  public FramePool() {
    this(DEFAULT_IDLE_BUFFERS, DEFAULT_BYTE_LIMIT);
  }

  /**
   * A pool.
   *
   * @param idleBuffers how many buffers to keep for reuse, 0 or more
   * @param byteLimit how many bytes may be on loan at once, 1 or more
   * @throws ConfigurationException if one of them is out of range
   */
  public FramePool(int idleBuffers, long byteLimit) {
    if (idleBuffers < 0) {
      throw new ConfigurationException("idleBuffers is " + idleBuffers + ": use 0 or more");
    }
    if (byteLimit < 1) {
      throw new ConfigurationException("byteLimit is " + byteLimit + ": use 1 byte or more");
    }
    this.idleBuffers = idleBuffers;
    this.byteLimit = byteLimit;
  }

  /**
   * A source of memory that is allocated for each frame and freed by the garbage collector, without
   * a limit: for a frame or two outside any stream.
   *
   * @return the shared instance, which cannot be closed
   */
  public static FramePool unpooled() {
    return UNPOOLED;
  }

  /**
   * A frame whose elements are whatever the memory held before: fill it.
   *
   * @param dtype the type of its elements
   * @param shape the length of each dimension, outermost first
   * @return a frame the caller owns and closes
   * @throws ConfigurationException if the shape is impossible or larger than 2 GiB
   * @throws FramewireException if that many bytes would go over the pool's limit
   */
  public Frame take(DType dtype, int... shape) {
    int bytes = Shapes.byteSize(dtype.itemSize(), shape);
    if (bytes > LARGEST_FRAME) {
      throw new ConfigurationException(
          "a frame of " + bytes + " bytes leaves no room for a header within 2 GiB");
    }
    return Frame.fresh(takeBlock(bytes + HEADROOM), dtype, shape);
  }

  /**
   * Memory for a transport or codec.
   *
   * @param bytes its length
   * @return a tracked block with one reference, the caller's
   * @throws FramewireException if that many bytes would go over the pool's limit
   */
  public Block takeBlock(int bytes) {
    Optional<Block> block = tryTakeBlock(bytes);
    if (block.isEmpty()) {
      block = tryAfterCollection(bytes);
    }
    if (block.isEmpty()) {
      throw new FramewireException(
          "a buffer of "
              + bytes
              + " bytes would take this stream over its limit of "
              + byteLimit
              + " bytes in use: close frames you are done with, or raise the memory limit");
    }
    block.get().track();
    return block.get();
  }

  /**
   * Memory for a transport that may lose it: a block nobody releases is quietly written off when it
   * is collected.
   *
   * @param bytes its length
   * @return a block with one reference, the caller's; empty if the pool's limit would be passed
   */
  public Optional<Block> tryTakeBlock(int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("a buffer of " + bytes + " bytes is not possible");
    }
    Slab slab;
    long number;
    synchronized (this) {
      long room = byteLimit - lentBytes;
      if (bytes > room) {
        return Optional.empty();
      }
      slab = takeIdle(bytes, room);
      lentBytes += slab == null ? bytes : slab.capacity();
      lentBlocks++;
      allocations += slab == null ? 1 : 0;
      number = ++takings;
    }
    if (slab == null) {
      slab = new Slab(allocate(bytes));
    }
    slab.taken = number;
    return Optional.of(new Block(slab, bytes, new Loan(this, slab.capacity())));
  }

  /**
   * What the pool holds now.
   *
   * @return a snapshot
   */
  public synchronized PoolStatistics statistics() {
    long idleBytes = idle.stream().mapToLong(Slab::capacity).sum();
    return new PoolStatistics(
        lentBlocks, lentBytes, idle.size(), idleBytes, allocations, lostBlocks);
  }

  /**
   * Lets go of the idle buffers; what is still on loan is freed when it comes back. Can be called
   * twice.
   */
  @Override
  public synchronized void close() {
    closed = this != UNPOOLED;
    idle.clear();
  }

  synchronized void takeBack(Slab slab) {
    forget(slab.capacity());
    if (closed || idleBuffers == 0) {
      return;
    }
    Slab longestIdle = idle.peekLast();
    if (longestIdle != null
        && (idle.size() == idleBuffers || takings - longestIdle.taken > TAKINGS_KEPT)) {
      idle.pollLast();
    }
    idle.addFirst(slab);
  }

  synchronized void forget(int capacity) {
    lentBytes -= capacity;
    lentBlocks--;
  }

  synchronized void lose(int capacity) {
    forget(capacity);
    lostBlocks++;
  }

  private synchronized void neverAllocated(int bytes) {
    forget(bytes);
    allocations--;
  }

  /**
   * Abandoned memory counts until the garbage collector has seen that nobody reads it any more: let
   * it look.
   */
  private Optional<Block> tryAfterCollection(int bytes) {
    System.gc();
    Optional<Block> block = tryTakeBlock(bytes);
    for (int look = 0; look < COLLECTION_LOOKS && block.isEmpty(); look++) {
      LockSupport.parkNanos(COLLECTION_LOOK_NANOS);
      block = tryTakeBlock(bytes);
    }
    return block;
  }

  private ByteBuffer allocate(int bytes) {
    try {
      return aligned(bytes);
    } catch (OutOfMemoryError full) {
      neverAllocated(bytes);
      throw new FramewireException(
          "no direct memory left for a buffer of "
              + bytes
              + " bytes: raise -XX:MaxDirectMemorySize or -Xmx",
          full);
    }
  }

  /** The JDK gives direct memory no alignment past 16 bytes. */
  private static ByteBuffer aligned(int bytes) {
    if (bytes > Integer.MAX_VALUE - CACHE_LINE) {
      return ByteBuffer.allocateDirect(bytes);
    }
    ByteBuffer memory = ByteBuffer.allocateDirect(bytes + CACHE_LINE);
    int past = memory.alignmentOffset(0, CACHE_LINE);
    return memory.slice(past == 0 ? 0 : CACHE_LINE - past, bytes);
  }

  /** The most recently used buffer that fits without wasting more than half of itself. */
  private Slab takeIdle(int bytes, long room) {
    if (!idle.isEmpty() && fits(idle.peekFirst(), bytes, room)) {
      return idle.pollFirst();
    }
    for (Iterator<Slab> candidates = idle.iterator(); candidates.hasNext(); ) {
      Slab candidate = candidates.next();
      if (fits(candidate, bytes, room)) {
        candidates.remove();
        return candidate;
      }
    }
    return null;
  }

  private static boolean fits(Slab candidate, int bytes, long room) {
    int capacity = candidate.capacity();
    return capacity >= bytes && capacity / 2 <= bytes && capacity <= room;
  }
}
