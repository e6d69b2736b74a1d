package io.framewire.benchmarks.wire.end;

import java.util.concurrent.locks.LockSupport;

/** Waits until the next frame is due. */
final class Pace {
  private final long step;
  private long due = System.nanoTime();

  /** So many frames a second; 0 for no waiting. */
  Pace(double rate) {
    this.step = rate == 0 ? 0 : (long) (1e9 / rate);
  }

  void await() {
    if (step == 0) {
      return;
    }
    long now = System.nanoTime();
    due = Math.max(due + step, now);
    for (; now < due; now = System.nanoTime()) {
      LockSupport.parkNanos(due - now);
    }
  }
}
