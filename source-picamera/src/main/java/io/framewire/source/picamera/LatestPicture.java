package io.framewire.source.picamera;

import io.framewire.error.SourceException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Where the thread that reads the camera leaves the newest picture, and the reader of the source
 * takes it, across restarts of the camera. Nothing is copied: whole pictures change hands.
 */
final class LatestPicture {
  /** Pulses that may wait for their picture; more are dropped. */
  private static final int MOST_PULSES = 16;

  private static final long PATIENT_LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<byte[]> spare = new ArrayDeque<>();
  private final boolean triggered;
  private Object camera = new Object();
  private Optional<Picture> ready = Optional.empty();
  private Optional<RuntimeException> failure = Optional.empty();
  private int pulses;
  private long arrivals;
  private long lastSignNanos;
  private boolean restarting = true;
  private boolean ended;
  private boolean closed;

  LatestPicture(boolean triggered) {
    this.triggered = triggered;
  }

  /** Readers wait, whatever happens, until {@link #started} or {@link #giveUp}. */
  void restart() {
    locked(
        () -> {
          restarting = true;
          camera = new Object();
          drop();
          return null;
        });
  }

  /** From now on only this camera's pictures and failures count. */
  void expect(Object newCamera) {
    locked(
        () -> {
          camera = newCamera;
          failure = Optional.empty();
          ended = false;
          arrivals = 0;
          lastSignNanos = System.nanoTime();
          return null;
        });
  }

  void started() {
    locked(
        () -> {
          restarting = false;
          changed.signalAll();
          return null;
        });
  }

  void giveUp(RuntimeException cause) {
    locked(
        () -> {
          failure = Optional.of(cause);
          restarting = false;
          changed.signalAll();
          return null;
        });
  }

  /** Memory to read a picture into. */
  byte[] memory(int bytes) {
    return locked(
        () -> {
          for (byte[] memory = spare.poll(); memory != null; memory = spare.poll()) {
            if (memory.length == bytes) {
              return memory;
            }
          }
          return new byte[bytes];
        });
  }

  /** Leaves a picture, and gives memory for the next one. */
  byte[] leave(Object from, Picture picture) {
    return locked(
        () -> {
          if (from != camera) {
            return picture.bytes();
          }
          arrivals++;
          lastSignNanos = System.nanoTime();
          changed.signalAll();
          if (triggered && (pulses == 0 || ready.isPresent())) {
            return picture.bytes();
          }
          pulses = Math.max(0, pulses - 1);
          drop();
          ready = Optional.of(picture);
          return memory(picture.bytes().length);
        });
  }

  /** The picture's memory may be used again. */
  void giveBack(Picture picture) {
    locked(() -> spare.offer(picture.bytes()));
  }

  /** The next picture is one to take. */
  void pulse() {
    locked(() -> pulses = Math.min(MOST_PULSES, pulses + 1));
  }

  void fail(Object from, RuntimeException cause) {
    locked(
        () -> {
          if (from == camera && failure.isEmpty()) {
            failure = Optional.of(cause);
          }
          changed.signalAll();
          return null;
        });
  }

  void end(Object from) {
    locked(
        () -> {
          ended |= from == camera;
          changed.signalAll();
          return null;
        });
  }

  void close() {
    locked(
        () -> {
          closed = true;
          drop();
          spare.clear();
          changed.signalAll();
          return null;
        });
  }

  boolean closed() {
    return locked(() -> closed);
  }

  /**
   * Waits for the next picture.
   *
   * @param silence how long none may arrive
   * @return it, to be given back; empty at the end and when closed
   */
  Optional<Picture> take(Duration silence, Supplier<RuntimeException> silent) {
    return locked(
        () -> {
          await(() -> !restarting && ready.isPresent(), () -> restarting, silence, silent);
          Optional<Picture> taken = ready;
          ready = Optional.empty();
          return taken;
        });
  }

  /** Waits until a picture has arrived, whether it is one to take or not; false if none will. */
  boolean awaitFirst(Duration limit, Supplier<RuntimeException> silent) {
    return locked(
        () -> {
          await(() -> arrivals > 0, () -> false, limit, silent);
          return arrivals > 0;
        });
  }

  /** Throws pictures away for some time. */
  void warmUp(Duration delay, Duration silence, Supplier<RuntimeException> silent) {
    long until = System.nanoTime() + delay.toNanos();
    locked(
        () -> {
          await(
              () -> {
                boolean warm = System.nanoTime() >= until;
                if (!warm) {
                  drop();
                }
                return warm;
              },
              () -> false,
              silence,
              silent);
          return null;
        });
  }

  /** Returns when it is there, or never will be; throws where the camera failed or fell silent. */
  private void await(
      BooleanSupplier wanted,
      BooleanSupplier patient,
      Duration silence,
      Supplier<RuntimeException> silent) {
    while (!closed && !wanted.getAsBoolean()) {
      if (patient.getAsBoolean()) {
        pause(PATIENT_LOOK_NANOS);
        continue;
      }
      if (failure.isPresent()) {
        throw failure.get();
      }
      if (ended) {
        return;
      }
      long left = lastSignNanos + silence.toNanos() - System.nanoTime();
      if (left <= 0) {
        failure = Optional.of(silent.get());
      } else {
        pause(left);
      }
    }
  }

  private void pause(long nanos) {
    try {
      changed.awaitNanos(nanos);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SourceException(
          "the thread that waited for the camera was interrupted: read on to go on", interrupted);
    }
  }

  private void drop() {
    ready.ifPresent(picture -> spare.offer(picture.bytes()));
    ready = Optional.empty();
  }

  private <T> T locked(Supplier<T> body) {
    lock.lock();
    try {
      return body.get();
    } finally {
      lock.unlock();
    }
  }
}
