package io.framewire.stabilizer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Looks for corners on a thread of its own, which is done by the time they are needed: a frame
 * later. The thread ends after some seconds without work.
 */
final class CornerSearch implements AutoCloseable {
  private static final long IDLE_SECONDS = 5;

  private final Corners corners;
  private final Points points = new Points(Corners.MOST);
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), CornerSearch::thread);
  private CompletableFuture<Void> search = CompletableFuture.completedFuture(null);

  CornerSearch(Corners corners) {
    this.corners = corners;
    thread.allowCoreThreadTimeOut(true);
  }

  /** Begins to look; the picture must not change until {@link #points} returned. */
  void begin(Mat picture) {
    search = CompletableFuture.runAsync(() -> corners.find(picture, points), thread);
  }

  /** The corners that were found, to be read and changed until the next search. */
  Points points() {
    // not to be interrupted: the search reads native memory, and takes milliseconds
    search.join();
    return points;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "framewire-stabilizer");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    search.exceptionally(failure -> null).join();
    thread.shutdown();
    corners.close();
    points.close();
  }
}
