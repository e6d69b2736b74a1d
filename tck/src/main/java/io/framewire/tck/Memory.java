package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.FramePool;
import io.framewire.frame.LeakDetector;
import java.util.List;

/** Whether all memory that was on loan has come back, and nothing was lost on the way. */
final class Memory {
  private final Patience patience;
  private final int reportsBefore = LeakDetector.reports().size();

  Memory(Patience patience) {
    this.patience = patience;
  }

  /** All of a pool's is back, closed by somebody. */
  void requireBack(FramePool pool) {
    patience.await(() -> pool.statistics().lentBlocks() == 0);
    assertThat(pool.statistics().lentBlocks()).as("frames of the pool still open").isZero();
    requireNothingLost(pool);
  }

  /** The same, where memory may also have been abandoned on purpose. */
  void requireBackOrAbandoned(FramePool pool) {
    if (pool.statistics().lentBlocks() > 0) {
      patience.await(
          () -> {
            System.gc();
            return pool.statistics().lentBlocks() == 0;
          });
    }
    assertThat(pool.statistics().lentBlocks()).as("buffers of the pool still in use").isZero();
    requireNothingLost(pool);
  }

  /** No frame was left to the garbage collector; with where they were taken, if that is known. */
  private void requireNothingLost(FramePool pool) {
    List<Throwable> reports = LeakDetector.reports();
    List<Throwable> places =
        reports.subList(Math.min(reportsBefore, reports.size()), reports.size());
    assertThat(pool.statistics().lostBlocks())
        .as("frames that nobody closed, taken at " + places)
        .isZero();
  }
}
