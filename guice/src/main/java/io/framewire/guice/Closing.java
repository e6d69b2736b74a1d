package io.framewire.guice;

import io.framewire.StreamSummary;
import io.framewire.error.FramewireException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Closes one stream on a thread of its own, so that nobody waits for it longer than they want. */
record Closing(
    String name, AutoCloseable stream, Optional<CompletionStage<StreamSummary>> running) {

  /** Waits until it is closed and no longer runs; what went wrong, if anything did. */
  Optional<FramewireException> within(Duration limit) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    Thread thread = new Thread(() -> close(closed), "framewire-close");
    thread.setDaemon(true);
    thread.start();
    try {
      await(CompletableFuture.allOf(closed, ended()), limit);
      return Optional.empty();
    } catch (TimeoutException late) {
      return Optional.of(
          new FramewireException(
              "stream \""
                  + name
                  + "\" did not close within "
                  + limit.toMillis() / 1000.0
                  + " s: make its source return when it is closed, and its handler return soon",
              late));
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      return Optional.of(
          new FramewireException("stream \"" + name + "\" failed to close: " + cause, cause));
    }
  }

  private void close(CompletableFuture<Void> closed) {
    try {
      stream.close();
      closed.complete(null);
    } catch (Throwable failure) {
      closed.completeExceptionally(failure);
    }
  }

  /** How a stream ended is told by its stage. */
  private CompletableFuture<Void> ended() {
    return running
        .map(stage -> stage.<Void>handle((summary, failure) -> null).toCompletableFuture())
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  /** An interrupted thread that closes still closes everything: the wait is short enough. */
  private static void await(CompletableFuture<?> done, Duration limit)
      throws TimeoutException, ExecutionException {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          done.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
          return;
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
