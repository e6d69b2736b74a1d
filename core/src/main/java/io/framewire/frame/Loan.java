package io.framewire.frame;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The pool's side of a lent block; refers to neither the block nor its memory, so that both can be
 * collected.
 */
final class Loan implements Runnable {
  private final FramePool pool;
  private final int capacity;
  private final AtomicBoolean settled = new AtomicBoolean();
  private volatile boolean abandoned;
  private volatile boolean tracked;
  private volatile Throwable takenAt;

  Loan(FramePool pool, int capacity) {
    this.pool = pool;
    this.capacity = capacity;
  }

  void track() {
    tracked = true;
    takenAt = LeakDetector.stackIfEnabled();
  }

  void abandon() {
    abandoned = true;
  }

  /**
   * Returns the memory to the pool, unless it was abandoned: that is settled when nothing refers to
   * it any more.
   */
  boolean giveBack(ByteBuffer memory) {
    if (abandoned) {
      return false;
    }
    if (settled.compareAndSet(false, true)) {
      pool.takeBack(memory);
    }
    return true;
  }

  /** Runs on release, or when the block became unreachable without one. */
  @Override
  public void run() {
    if (settled.compareAndSet(false, true)) {
      pool.forget(capacity);
      if (tracked && !abandoned) {
        LeakDetector.report(capacity, takenAt);
      }
    }
  }
}
