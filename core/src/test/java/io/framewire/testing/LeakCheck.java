package io.framewire.testing;

import io.framewire.frame.GarbageCollection;
import io.framewire.frame.LeakDetector;
import java.util.List;

/** The frames that were lost since this was made. Used by one thread. */
public final class LeakCheck {
  private long leaksBefore = LeakDetector.leaks();
  private int reportsBefore = LeakDetector.reports().size();

  /**
   * Collects garbage and looks.
   *
   * @throws AssertionError if a frame was found that nobody had closed; its suppressed throwables
   *     are the places where such frames were taken
   */
  public void requireNone() {
    GarbageCollection.run();
    long leaks = LeakDetector.leaks() - leaksBefore;
    if (leaks > 0) {
      throw failure(leaks);
    }
  }

  /** Collects garbage and forgets what was lost until now, on purpose. */
  public void forgive() {
    GarbageCollection.run();
    leaksBefore = LeakDetector.leaks();
    reportsBefore = LeakDetector.reports().size();
  }

  private AssertionError failure(long leaks) {
    List<Throwable> reports = LeakDetector.reports();
    List<Throwable> places =
        reports.subList(Math.min(reportsBefore, reports.size()), reports.size());
    AssertionError failure =
        new AssertionError(
            leaks
                + " frames were never closed"
                + (places.isEmpty()
                    ? ": run with -D" + LeakDetector.PROPERTY + "=true to see where they were taken"
                    : ", the first " + firstFrame(places.get(0))));
    places.forEach(failure::addSuppressed);
    return failure;
  }

  /** The place in the code that took the frame, past Framewire's own memory. */
  private static String firstFrame(Throwable report) {
    for (StackTraceElement element : report.getStackTrace()) {
      boolean isMemory =
          element
              .getClassName()
              .matches("io\\.framewire\\.frame\\.(FramePool|Frame|Block|Loan|LeakDetector)");
      if (!isMemory) {
        return report.getMessage() + " at " + element;
      }
    }
    return report.getMessage();
  }
}
