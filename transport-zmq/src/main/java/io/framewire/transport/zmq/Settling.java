package io.framewire.transport.zmq;

import java.util.concurrent.TimeUnit;

/**
 * Whether this end makes a connection that JeroMQ may still have to be helped with. Safe for use by
 * several threads.
 */
final class Settling {
  private static final long SELECT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long GREETING_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  private final boolean connects;
  private volatile boolean settling;
  private boolean connected;
  private boolean greeted;
  private boolean nudged;
  private long since;

  Settling(boolean connects) {
    this.connects = connects;
    this.settling = connects;
  }

  boolean is() {
    return settling;
  }

  synchronized void connected() {
    connected = true;
    settling = connects;
    since = System.nanoTime();
    greeted = false;
    nudged = false;
  }

  synchronized void greeted() {
    greeted = true;
    settling &= !nudged;
  }

  synchronized void disconnected() {
    connected = false;
    settling = false;
  }

  synchronized void retried() {
    settling = false;
  }

  /** Whether to help it now: once in any case, for it may look well, and while no greeting came. */
  synchronized boolean takeNudge() {
    long due = nudged ? GREETING_NANOS : SELECT_NANOS;
    if (!settling || !connected || System.nanoTime() - since < due) {
      return false;
    }
    nudged = true;
    settling = !greeted;
    since = System.nanoTime();
    return true;
  }
}
