package io.framewire.frame;

import java.lang.ref.Cleaner;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices frames that the garbage collector found before {@code close} was called. Each is counted
 * and logged; with the system property {@code framewire.leakDetection=true} the report says where
 * the frame was taken, at the cost of a stack trace for each frame. Safe for use by several
 * threads.
 */
public final class LeakDetector {
  /** The system property that turns the recording of stack traces on. */
  public static final String PROPERTY = "framewire.leakDetection";

  private static final Logger LOG = LoggerFactory.getLogger(LeakDetector.class);
  private static final Cleaner CLEANER =
      Cleaner.create(
          task -> {
            Thread thread = new Thread(task, "framewire-cleaner");
            thread.setDaemon(true);
            return thread;
          });
  private static final boolean ENABLED = Boolean.getBoolean(PROPERTY);
  private static final int REPORTS_KEPT = 16;
  private static final AtomicLong LEAKS = new AtomicLong();
  private static final ConcurrentLinkedQueue<Throwable> REPORTS = new ConcurrentLinkedQueue<>();

  private LeakDetector() {}

  /**
   * How many frames were lost without being closed since the program started.
   *
   * @return the count
   */
  public static long leaks() {
    return LEAKS.get();
  }

  /**
   * Where the first of them were taken, if recording is on.
   *
   * @return up to 16 throwables whose stack traces are the places
   */
  public static List<Throwable> reports() {
    return List.copyOf(REPORTS);
  }

  static Cleaner.Cleanable watch(Object owner, Runnable onLoss) {
    return CLEANER.register(owner, onLoss);
  }

  static Throwable stackIfEnabled() {
    return ENABLED
        ? new Throwable("taken here by thread " + Thread.currentThread().getName())
        : null;
  }

  static void report(int bytes, Throwable takenAt) {
    LEAKS.incrementAndGet();
    if (takenAt == null) {
      LOG.warn(
          "a frame of {} bytes was never closed: close every frame, or set -D{}=true to see where it was taken",
          bytes,
          PROPERTY);
      return;
    }
    LOG.warn("a frame of {} bytes was never closed", bytes, takenAt);
    if (REPORTS.size() < REPORTS_KEPT) {
      REPORTS.add(takenAt);
    }
  }
}
