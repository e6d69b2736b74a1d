package io.framewire.source.opencv;

import io.framewire.error.SourceException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.opencv.Mats;
import io.framewire.spi.FrameSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;

/**
 * A camera through OpenCV. Everything that may hang in a driver runs on a thread of the camera's
 * own, which holds no frame's memory; the reader waits for it for a limited time.
 */
final class Capture implements FrameSource {
  private static final int CHANNELS = 3;
  private static final double MILLIS = 1000;

  private final Place place;
  private final Duration limit;
  private final ExecutorService thread;
  private final Lease lease = new Lease(this::free);
  private VideoCapture capture;
  private volatile CompletableFuture<Boolean> waiting = CompletableFuture.completedFuture(true);

  private Capture(Place place, Duration limit) {
    this.place = place;
    this.limit = limit;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread camera = new Thread(task, "framewire-camera-" + place.target());
              camera.setDaemon(true);
              return camera;
            });
  }

  /** Opens it on its own thread; the supplier gives a capture that is open or not. */
  static Capture open(Place place, Duration limit, Supplier<VideoCapture> opener) {
    Capture source = new Capture(place, limit);
    try {
      source.open(opener);
      return source;
    } catch (RuntimeException failure) {
      source.close();
      throw failure;
    }
  }

  private void open(Supplier<VideoCapture> opener) {
    boolean opened =
        await(
            () -> {
              capture = opener.get();
              return capture.isOpened();
            });
    if (!opened) {
      throw Problems.cannotOpen(
          place, "it is no camera, or another program uses it: see v4l2-ctl --list-devices");
    }
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    return lease.use(() -> next(pool), Optional::empty);
  }

  private Optional<Frame> next(FramePool pool) {
    boolean grabbed = await(() -> capture.grab());
    if (lease.ended()) {
      return Optional.empty();
    }
    if (!grabbed) {
      throw new SourceException(
          "camera " + place + " stopped delivering: check that it is still plugged in");
    }
    return Optional.of(retrieve(pool));
  }

  private Frame retrieve(FramePool pool) {
    int width = (int) capture.get(opencv_videoio.CAP_PROP_FRAME_WIDTH);
    int height = (int) capture.get(opencv_videoio.CAP_PROP_FRAME_HEIGHT);
    Frame frame = pool.take(DType.UINT8, Math.max(1, height), Math.max(1, width), CHANNELS);
    try (Mat mat = Mats.view(frame)) {
      if (!capture.retrieve(mat)) {
        throw new SourceException(
            "camera " + place + " delivered a frame that cannot be decoded: try another size");
      }
      if (Mats.isInPlace(mat, frame)) {
        return frame.retain();
      }
      // the driver changed its mind about size or colour since it was asked
      return Mats.copy(mat, pool);
    } finally {
      frame.close();
    }
  }

  private boolean await(Supplier<Boolean> task) {
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    waiting = result;
    if (lease.ended()) {
      return false;
    }
    thread.execute(
        () -> {
          try {
            result.complete(task.get());
          } catch (Throwable failure) {
            result.completeExceptionally(failure);
          }
        });
    try {
      return result.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof TimeoutException ? silent() : broken(failure.getCause());
    }
  }

  private SourceException silent() {
    return new SourceException(
        "camera "
            + place
            + " delivered nothing for "
            + limit.toMillis() / MILLIS
            + " s: check that it is plugged in, or raise the option timeout");
  }

  private RuntimeException broken(Throwable cause) {
    return cause instanceof SourceException known
        ? known
        : new SourceException(
            "camera " + place + " failed: " + String.valueOf(cause.getMessage()).strip(), cause);
  }

  @Override
  public void close() {
    lease.end();
    waiting.complete(false);
  }

  private void free() {
    thread.execute(
        () -> {
          if (capture != null) {
            capture.close();
          }
        });
    thread.shutdown();
  }
}
