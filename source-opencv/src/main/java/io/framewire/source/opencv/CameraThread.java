package io.framewire.source.opencv;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.error.SourceException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs what may hang in a driver, and lets others wait for it for a limited time. Safe for use by
 * several threads.
 */
final class CameraThread {
  private static final double MILLIS = 1000;

  private final Place place;
  private final Duration limit;
  private final ExecutorService thread;

  CameraThread(Place place, Duration limit) {
    this.place = place;
    this.limit = limit;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              String name = place.kind() == Place.Kind.CAMERA ? place.target() : "file";
              Thread camera = new Thread(task, "framewire-camera-" + name);
              camera.setDaemon(true);
              return camera;
            });
  }

  /** Begins a task, unless the last one was. */
  <T> CompletableFuture<T> begin(Supplier<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      thread.execute(() -> complete(result, task));
      return result;
    } catch (RejectedExecutionException ended) {
      throw new ConfigurationException("source " + place + " is closed: open it anew", ended);
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Supplier<T> task) {
    try {
      result.complete(task.get());
    } catch (Throwable failure) {
      result.completeExceptionally(failure);
    }
  }

  /** Waits for what was begun. */
  <T> T await(CompletableFuture<T> result) {
    try {
      return result.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof TimeoutException ? silent() : broken(failure.getCause());
    }
  }

  /** Ends after the last task, which frees what the others used. */
  void end(Runnable last) {
    thread.execute(last);
    thread.shutdown();
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
    return cause instanceof FramewireException known
        ? known
        : new SourceException(
            "camera " + place + " failed: " + String.valueOf(cause.getMessage()).strip(), cause);
  }
}
