package io.framewire.cli;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.web.StreamView;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A source whose frames are shown, read by a thread of its own. */
final class ShownSource implements AutoCloseable {
  private static final long CLOSE_SECONDS = 2;

  private final FrameSource source;
  private final StreamView view;
  private final long frames;
  private final Thread thread;
  private volatile boolean closing;
  private volatile Optional<Throwable> failure = Optional.empty();

  private ShownSource(FrameSource source, StreamView view, long frames) {
    this.source = source;
    this.view = view;
    this.frames = frames;
    this.thread = new Thread(this::run, "framewire-view");
    thread.setDaemon(true);
  }

  static ShownSource start(FrameSource source, StreamView view, long frames) {
    ShownSource shown = new ShownSource(source, view, frames);
    shown.thread.start();
    return shown;
  }

  private void run() {
    try (FramePool pool = new FramePool()) {
      long left = frames;
      Optional<Frame> next = source.read(pool);
      while (next.isPresent()) {
        try (Frame frame = next.get()) {
          view.show(frame);
        }
        next = --left > 0 && !closing ? source.read(pool) : Optional.empty();
      }
    } catch (RuntimeException | Error broken) {
      if (!closing) {
        failure = Optional.of(broken);
      }
    }
  }

  /** Waits for its end; gives why it broke, if it did. */
  Optional<Throwable> await() throws InterruptedException {
    thread.join();
    return failure;
  }

  @Override
  public void close() {
    closing = true;
    source.close();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
