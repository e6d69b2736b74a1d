package io.framewire.transport.zmq;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a context with its socket. JeroMQ's own end waits without limit and breaks off for good when
 * the thread is interrupted, so it is done by a thread of its own and waited for with a limit.
 */
final class Shutdown implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
  private static final long MARGIN_MILLIS = 1_000;

  private final OpenSocket opened;
  private final Duration linger;
  private volatile boolean complete;

  private Shutdown(OpenSocket opened, Duration linger) {
    this.opened = opened;
    this.linger = linger;
  }

  /** True if nothing of it is left; false if JeroMQ is stuck, which is logged. */
  static boolean of(OpenSocket opened, Duration linger) {
    Shutdown shutdown = new Shutdown(opened, linger);
    Thread thread = ZmqThreads.start(shutdown, "close");
    awaitEnd(thread, linger.toMillis() + MARGIN_MILLIS);
    if (!shutdown.complete) {
      LOG.warn("a ZeroMQ context did not end in time; its threads end with the program");
    }
    return shutdown.complete;
  }

  @Override
  public void run() {
    try {
      opened.socket().close();
      opened.zapHandler().ifPresent(handler -> handler.awaitEnd(linger));
    } finally {
      opened.context().term();
    }
    complete = true;
  }

  private static void awaitEnd(Thread thread, long limitMillis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
    boolean interrupted = false;
    while (thread.isAlive() && System.nanoTime() < deadline) {
      try {
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
