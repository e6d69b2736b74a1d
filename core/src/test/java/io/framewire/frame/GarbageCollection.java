package io.framewire.frame;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Collects garbage and waits until the leak detector has seen to all that was found. */
public final class GarbageCollection {
  private static final long LIMIT_SECONDS = 5;

  private GarbageCollection() {}

  /**
   * Whatever is unreachable now is accounted for when this returns.
   *
   * <p>References are enqueued one collection after the other, but cleaned in no particular order:
   * once a sentinel of a second collection is cleaned, all of the first are at least in the
   * cleaner's queue, and the queue is empty when the cleaner waits.
   *
   * @return false if the collector did not find the sentinel in five seconds
   */
  public static boolean run() {
    return collect().isPresent() && collect().filter(GarbageCollection::awaitIdle).isPresent();
  }

  private static Optional<Thread> collect() {
    CountDownLatch cleaned = new CountDownLatch(1);
    AtomicReference<Thread> cleaner = new AtomicReference<>();
    LeakDetector.watch(
        new Object(),
        () -> {
          cleaner.set(Thread.currentThread());
          cleaned.countDown();
        });
    System.gc();
    try {
      cleaned.await(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return Optional.ofNullable(cleaner.get());
  }

  private static boolean awaitIdle(Thread cleaner) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!isWaiting(cleaner) && System.nanoTime() - deadline < 0) {
      Thread.onSpinWait();
    }
    return isWaiting(cleaner);
  }

  private static boolean isWaiting(Thread cleaner) {
    Thread.State state = cleaner.getState();
    return state == Thread.State.TIMED_WAITING || state == Thread.State.WAITING;
  }
}
