package io.framewire.frame;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * The pool's side of a lent block; refers to neither the block nor its memory, so that both can be
 * collected.
 */
final class Loan implements Runnable {
  private static final AtomicIntegerFieldUpdater<Loan> SETTLED =
      AtomicIntegerFieldUpdater.newUpdater(Loan.class, "settled");

  private final FramePool pool;
  private final int capacity;
  private volatile int settled;
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
  boolean giveBack(Slab slab) {
    if (abandoned) {
      return false;
    }
    if (SETTLED.compareAndSet(this, 0, 1)) {
      pool.takeBack(slab);
    }
    return true;
  }

  /** Runs on release, or when the block became unreachable without one. */
  @Override
  public void run() {
    if (SETTLED.compareAndSet(this, 0, 1)) {
      if (tracked && !abandoned) {
        pool.lose(capacity);
        LeakDetector.report(capacity, takenAt);
      } else {
        pool.forget(capacity);
      }
    }
  }
}
