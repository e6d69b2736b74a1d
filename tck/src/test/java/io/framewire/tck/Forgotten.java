package io.framewire.tck;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Threads that broken providers leave behind, to be ended after the test. */
final class Forgotten {
  private static final Set<CountDownLatch> LEFT = ConcurrentHashMap.newKeySet();

  private Forgotten() {}

  static void thread() {
    thread("forgotten", true);
  }

  /** A thread that waits until {@link #endAll}. */
  static CountDownLatch thread(String name, boolean daemon) {
    CountDownLatch end = new CountDownLatch(1);
    LEFT.add(end);
    Thread thread = new Thread(() -> awaitEnd(end), name);
    thread.setDaemon(daemon);
    thread.start();
    return end;
  }

  static void awaitEnd(CountDownLatch end) {
    LEFT.add(end);
    while (end.getCount() > 0) {
      try {
        end.await();
      } catch (InterruptedException deaf) {
        Thread.onSpinWait();
      }
    }
  }

  static void endAll() {
    LEFT.forEach(CountDownLatch::countDown);
    LEFT.clear();
  }
}
