package io.framewire.frame;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * A region of direct memory on loan from a {@link FramePool}, reference-counted. The count starts
 * at one; at zero the memory goes back to its pool and may be handed out again, so every buffer
 * taken from the block before then aliases memory that will carry other pixels. For writers of
 * transports and codecs; users of frames never see one.
 *
 * <p>The counting is safe for use by several threads; the bytes are whoever's turn it is.
 */
public final class Block {
  // counters without objects of their own, for there is a block for every frame
  private static final AtomicIntegerFieldUpdater<Block> REFERENCES =
      AtomicIntegerFieldUpdater.newUpdater(Block.class, "references");
  private static final AtomicIntegerFieldUpdater<Block> HEADROOM_TAKEN =
      AtomicIntegerFieldUpdater.newUpdater(Block.class, "headroomTaken");

  private final Slab slab;
  private final int size;
  private final Loan loan;
  private final Cleaner.Cleanable cleanable;
  private volatile int references = 1;
  private volatile int headroomTaken;

  Block(Slab slab, int size, Loan loan) {
    this.slab = slab;
    this.size = size;
    this.loan = loan;
    this.cleanable = LeakDetector.watch(this, loan);
  }

  /**
   * The length of the region.
   *
   * @return bytes
   */
  public int size() {
    return size;
  }

  /**
   * An exact slice of the region: its position is 0, its limit and capacity are {@code length}.
   *
   * @param offset where it begins, in bytes
   * @param length its length in bytes
   * @return a direct buffer in big-endian order, valid until the block's last release
   * @throws IllegalStateException if the block was released
   * @throws IndexOutOfBoundsException if it is not inside the region
   */
  public ByteBuffer slice(int offset, int length) {
    if (references <= 0) {
      throw new IllegalStateException("this memory was released and may carry other pixels by now");
    }
    if (offset < 0 || length < 0 || length > size - offset) {
      throw new IndexOutOfBoundsException(
          offset + "+" + length + " is not inside " + size + " bytes");
    }
    return slab.memory.slice(offset, length);
  }

  /**
   * Takes one more reference.
   *
   * @return this
   * @throws IllegalStateException if the block was released
   */
  public Block retain() {
    int before = REFERENCES.getAndUpdate(this, count -> count <= 0 ? count : count + 1);
    if (before <= 0) {
      throw new IllegalStateException("this memory was released and cannot be retained");
    }
    return this;
  }

  /**
   * Gives one reference back; the last one returns the memory to its pool.
   *
   * @throws IllegalStateException if there is none left to give back
   */
  public void release() {
    int left = REFERENCES.decrementAndGet(this);
    if (left < 0) {
      throw new IllegalStateException("this memory was released more often than it was retained");
    }
    if (left == 1) {
      headroomTaken = 0;
    }
    try {
      if (left == 0 && loan.giveBack(slab)) {
        cleanable.clean();
      }
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Says that nobody can tell when this memory stops being read, by a socket for instance: it is
   * never handed out again, and the garbage collector frees it when nothing refers to it any more.
   * References are given back as usual.
   */
  public void abandon() {
    loan.abandon();
  }

  /**
   * From here on, losing this block without releasing it is reported as a leak. Blocks taken with
   * {@link FramePool#tryTakeBlock} are not tracked until this is called.
   */
  public void track() {
    loan.track();
  }

  /**
   * Makes the caller the one writer of the headroom, until the reference it takes next is given
   * back; of several threads that try with the only reference, one succeeds.
   */
  boolean takeHeadroom() {
    return references == 1 && HEADROOM_TAKEN.compareAndSet(this, 0, 1);
  }
}
