package io.framewire.tck;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what has to end, and fails where it does not. */
final class Patience {
  private static final long LOOK_NANOS = 2_000_000;

  private static final long STILL_NANOS = 30_000_000;

  private final Duration limit;

  Patience(Duration limit) {
    this.limit = limit;
  }

  /** Something to do that gives a value. */
  @FunctionalInterface
  interface Task<T> {
    T run();
  }

  /** Does it on a thread of its own; throws what it throws, and fails where it takes too long. */
  <T> T call(String what, Task<T> task) {
    return start(task).get(what);
  }

  /** Does it on a thread of its own. */
  void run(String what, Runnable task) {
    start(task).get(what);
  }

  Running<Void> start(Runnable task) {
    return start(
        () -> {
          task.run();
          return null;
        });
  }

  <T> Running<T> start(Task<T> task) {
    return new Running<>(task, limit);
  }

  /** Looks until it is so; false if that was not in time. */
  boolean await(BooleanSupplier condition) {
    long begun = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - begun > limit.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }

  /** A task that runs. */
  static final class Running<T> {
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Duration limit;
    private final Thread thread;
    private StackTraceElement[] place = {};
    private long since = System.nanoTime();

    private Running(Task<T> task, Duration limit) {
      this.limit = limit;
      this.thread = new Thread(() -> perform(task), "framewire-tck");
      thread.setDaemon(true);
      thread.start();
    }

    private void perform(Task<T> task) {
      try {
        result.complete(task.run());
      } catch (Throwable failure) {
        result.completeExceptionally(failure);
      }
    }

    /** Whether it waits for something, also in native code, or is done. */
    boolean isAtRest() {
      Thread.State state = thread.getState();
      return state == Thread.State.WAITING
          || state == Thread.State.TIMED_WAITING
          || isDone()
          || standsStill();
    }

    private boolean standsStill() {
      long now = System.nanoTime();
      StackTraceElement[] here = thread.getStackTrace();
      if (!Arrays.equals(here, place)) {
        place = here;
        since = now;
      }
      // one that has not begun yet is nowhere
      return here.length > 0 && now - since > STILL_NANOS;
    }

    boolean isDone() {
      return result.isDone();
    }

    /** What it gave; throws what it threw. */
    T get(String what) {
      Optional<Throwable> failure = failure(what);
      if (failure.isEmpty()) {
        return result.join();
      }
      throw rethrown(what, failure.get());
    }

    /** What it threw. */
    Optional<Throwable> failure(String what) {
      try {
        result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        return Optional.empty();
      } catch (ExecutionException thrown) {
        return Optional.of(thrown.getCause());
      } catch (TimeoutException tooLong) {
        throw stuck(what);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for " + what, stopped);
      }
    }

    private AssertionError stuck(String what) {
      AssertionError failure = new AssertionError(what + " did not end within " + limit);
      Throwable place = new Throwable("it is here");
      place.setStackTrace(thread.getStackTrace());
      failure.initCause(place);
      return failure;
    }

    private static RuntimeException rethrown(String what, Throwable failure) {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException unchecked) {
        return unchecked;
      }
      throw new AssertionError(what + " threw a checked exception: " + failure, failure);
    }
  }
}
