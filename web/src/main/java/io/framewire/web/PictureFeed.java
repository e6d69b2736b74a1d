package io.framewire.web;

import io.framewire.frame.Frame;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest frame of a view, and the picture made of it by a thread of its own: once, only while
 * somebody looks, and no more often than the rate allows. Safe for use by several threads.
 */
final class PictureFeed {
  private static final Logger LOG = LoggerFactory.getLogger(PictureFeed.class);
  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final String name;
  private final PictureOptions options;
  private final Supplier<JpegEncoder> encoders;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition made = lock.newCondition();
  private Optional<JpegEncoder> encoder = Optional.empty();
  private Optional<Frame> newest = Optional.empty();
  private Optional<FrameFormat> format = Optional.empty();
  private Optional<Picture> picture = Optional.empty();
  private Optional<String> failure = Optional.empty();
  private long shown;
  private long tried;
  private long encoded;
  private long nextNanos = System.nanoTime();
  private int watchers;
  private boolean closed;

  PictureFeed(String name, PictureOptions options) {
    this(name, options, () -> new JpegEncoder(options));
  }

  PictureFeed(String name, PictureOptions options, Supplier<JpegEncoder> encoders) {
    this.name = name;
    this.options = options;
    this.encoders = encoders;
    this.thread = new Thread(this::makePictures, "framewire-web-picture");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes a reference to the frame as the newest; never waits for a picture. */
  void offer(Frame frame) {
    Optional<Frame> before;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      before = newest;
      newest = Optional.of(frame.retain());
      shown++;
      if (format.isEmpty() || !format.get().fits(frame)) {
        format = Optional.of(FrameFormat.of(frame));
      }
      if (watchers > 0) {
        work.signal();
      }
    } finally {
      lock.unlock();
    }
    before.ifPresent(Frame::close);
  }

  /** Somebody looks, until {@link #leave}. */
  void join() {
    lock.lock();
    try {
      if (watchers++ == 0) {
        if (tried != shown) {
          picture = Optional.empty();
        }
        work.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      watchers--;
    } finally {
      lock.unlock();
    }
  }

  /**
   * For one who has joined: waits for a picture of another frame than that number.
   *
   * @return the newest picture; empty if there was none in time, or the view was closed
   */
  Optional<Picture> next(long seen, long limitNanos) throws InterruptedException {
    lock.lock();
    try {
      long left = limitNanos;
      while (!closed && left > 0 && picture.filter(one -> one.number() != seen).isEmpty()) {
        left = made.awaitNanos(left);
      }
      return picture.filter(one -> !closed && one.number() != seen);
    } finally {
      lock.unlock();
    }
  }

  private void makePictures() {
    try {
      while (awaitWork()) {
        try {
          makePicture();
        } catch (RuntimeException | Error failed) {
          fail(failed);
        }
      }
    } catch (InterruptedException ended) {
      LOG.debug("{}: the thread that makes pictures was interrupted", name);
    } finally {
      stop();
      encoder.ifPresent(JpegEncoder::close);
    }
  }

  /**
   * Until there is a frame to be seen, and its time has come; false when there is none any more.
   */
  private boolean awaitWork() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        if (watchers == 0 || tried == shown) {
          work.awaitNanos(LOOK_NANOS);
        } else if (work.awaitNanos(nextNanos - System.nanoTime()) <= 0) {
          return !closed;
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void makePicture() {
    Optional<Frame> taken;
    FrameFormat taking;
    long number;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      nextNanos = System.nanoTime() + options.intervalNanos();
      taking = format.orElseThrow();
      number = shown;
      tried = shown;
      taken = newest.map(Frame::retain);
    } finally {
      lock.unlock();
    }
    try (Frame frame = taken.orElseThrow()) {
      publish(
          taking.problem().isEmpty()
              ? Optional.of(encoder().encode(frame, number))
              : Optional.empty());
    }
  }

  /** Made when a picture is wanted, on the thread that makes them: there may be no way to. */
  private JpegEncoder encoder() {
    if (encoder.isEmpty()) {
      encoder = Optional.of(encoders.get());
    }
    return encoder.get();
  }

  private void publish(Optional<Picture> one) {
    lock.lock();
    try {
      picture = one;
      failure = Optional.empty();
      if (one.isPresent()) {
        encoded++;
        made.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** For the page, and the first of several alike for the log too. */
  private void fail(Throwable cause) {
    Optional<String> words = Optional.of("no picture could be made: " + cause);
    lock.lock();
    try {
      if (!failure.equals(words)) {
        LOG.warn("{}: {}", name, words.get());
      }
      failure = words;
      picture = Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  Situation situation() {
    lock.lock();
    try {
      Optional<String> problem = format.flatMap(FrameFormat::problem).or(() -> failure);
      return new Situation(shown, encoded, watchers, format, problem);
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Ends it, without waiting for the picture that is being made. */
  void stop() {
    Optional<Frame> last;
    lock.lock();
    try {
      closed = true;
      last = newest;
      newest = Optional.empty();
      work.signalAll();
      made.signalAll();
    } finally {
      lock.unlock();
    }
    last.ifPresent(Frame::close);
  }

  /** Waits until no frame is held any more, but no longer than that. */
  void awaitEnd(long endNanos) {
    try {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime())));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What a view has to say of itself.
   *
   * @param shown frames it was shown
   * @param encoded pictures made of them
   * @param watchers who looks now
   * @param format of the newest frame
   * @param problem why there is no picture, for a person
   */
  record Situation(
      long shown,
      long encoded,
      int watchers,
      Optional<FrameFormat> format,
      Optional<String> problem) {}
}
