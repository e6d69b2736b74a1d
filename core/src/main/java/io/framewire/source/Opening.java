package io.framewire.source;

import io.framewire.error.SourceException;
import io.framewire.internal.Daemon;
import io.framewire.spi.FrameSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Opens a source on a thread of its own, so that nobody waits longer for it than they want. */
final class Opening {
  private final CompletableFuture<FrameSource> result = new CompletableFuture<>();
  private final Thread thread;

  Opening(Supplier<FrameSource> opener) {
    thread = Daemon.run("framewire-reopen", () -> open(opener));
  }

  private void open(Supplier<FrameSource> opener) {
    try {
      FrameSource source = opener.get();
      if (!result.complete(source)) {
        source.close();
      }
    } catch (Throwable failure) {
      result.completeExceptionally(failure);
    }
  }

  /**
   * Waits for it; what is opened too late is closed at once.
   *
   * @throws SourceException if it cannot be opened, or not in time, or {@link #abandon} was called
   */
  FrameSource await(long nanos) {
    try {
      return result.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return orNothing(new SourceException("it did not open in time", late));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return orNothing(new SourceException("interrupted while it opened", interrupted));
    } catch (CancellationException abandoned) {
      throw new SourceException("it was closed while it opened", abandoned);
    } catch (ExecutionException failed) {
      throw thrown(failed.getCause());
    }
  }

  private FrameSource orNothing(SourceException failure) {
    abandon();
    if (result.isCompletedExceptionally()) {
      throw failure;
    }
    return result.join();
  }

  private static RuntimeException thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  /** Ends the wait, and the opening where that heeds interrupts. */
  void abandon() {
    if (result.cancel(false)) {
      thread.interrupt();
    }
  }
}
