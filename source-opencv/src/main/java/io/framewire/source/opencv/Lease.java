package io.framewire.source.opencv;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Native objects that one thread uses while another may ask for their end: whoever leaves last
 * frees them, and nobody waits for the other.
 */
final class Lease {
  private final Runnable free;
  private final ReentrantLock inUse = new ReentrantLock();
  private volatile boolean ended;
  private boolean freed;

  Lease(Runnable free) {
    this.free = free;
  }

  /** Runs the body, unless the end was asked for: then the other. */
  <T> T use(Supplier<T> body, Supplier<T> afterTheEnd) {
    inUse.lock();
    try {
      return ended ? afterTheEnd.get() : body.get();
    } finally {
      inUse.unlock();
      if (ended) {
        freeIfIdle();
      }
    }
  }

  boolean ended() {
    return ended;
  }

  void end() {
    ended = true;
    freeIfIdle();
  }

  private void freeIfIdle() {
    if (inUse.isHeldByCurrentThread() || !inUse.tryLock()) {
      return;
    }
    try {
      if (!freed) {
        freed = true;
        free.run();
      }
    } finally {
      inUse.unlock();
    }
  }
}
