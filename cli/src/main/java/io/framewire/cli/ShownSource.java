package io.framewire.cli;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.web.StreamView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A source whose frames are shown, read by a thread of its own. */
final class ShownSource implements AutoCloseable {
  private static final long CLOSE_SECONDS = 2;

  private final FrameSource source;
  private final StreamView view;
  private final long frames;
  private final Consumer<Throwable> onFailure;
  private final Thread thread;
  private volatile boolean closing;

  private ShownSource(
      FrameSource source, StreamView view, long frames, Consumer<Throwable> onFailure) {
    this.source = source;
    this.view = view;
    this.frames = frames;
    this.onFailure = onFailure;
    this.thread = new Thread(this::run, "framewire-view");
    thread.setDaemon(true);
  }

  /** Begins to show it; tells on its own thread why it broke, if it does before it is closed. */
  static ShownSource start(
      FrameSource source, StreamView view, long frames, Consumer<Throwable> onFailure) {
    ShownSource shown = new ShownSource(source, view, frames, onFailure);
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
        onFailure.accept(broken);
      }
    }
  }

  /** Waits for its end, which a live one has not until it is closed. */
  void await() throws InterruptedException {
    thread.join();
  }

  /** Ends all of them, in the time that one may take. */
  static void closeAll(List<ShownSource> all) {
    all.forEach(ShownSource::stop);
    all.forEach(ShownSource::close);
  }

  private void stop() {
    closing = true;
    source.close();
  }

  @Override
  public void close() {
    stop();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
