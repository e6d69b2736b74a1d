package io.framewire.source.screen;

import io.framewire.error.FramewireException;
import io.framewire.error.SourceException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.spi.Pace;
import io.framewire.spi.SourceInfo;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A display's pictures, taken on a thread of its own, since a display may stop answering for as
 * long as it likes.
 */
final class ScreenSource implements FrameSource {
  private static final int CHANNELS = 3;
  private static final double MILLIS = 1000;

  private final ScreenSettings settings;
  private final Pace pace;
  private final ExecutorService thread;
  private volatile SourceInfo info = SourceInfo.UNKNOWN.withLive(true);
  private volatile Future<?> waiting = CompletableFuture.completedFuture(null);
  private volatile boolean closed;
  private ScreenGrabber grabber;
  private BufferedImage canvas;

  private ScreenSource(ScreenSettings settings) {
    this.settings = settings;
    this.pace = new Pace(settings.framesPerSecond());
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread taker = new Thread(task, "framewire-screen-" + settings.number());
              taker.setDaemon(true);
              return taker;
            });
  }

  static ScreenSource open(ScreenSettings settings) {
    ScreenSource source = new ScreenSource(settings);
    try {
      source.open();
      return source;
    } catch (RuntimeException failure) {
      source.close();
      throw failure;
    }
  }

  private void open() {
    grabber = await(() -> ScreenGrabber.open(settings));
    canvas = new BufferedImage(grabber.width(), grabber.height(), BufferedImage.TYPE_3BYTE_BGR);
    SourceInfo sized = info.withSize(grabber.width(), grabber.height());
    info =
        settings.framesPerSecond() == 0
            ? sized
            : sized.withFramesPerSecond(settings.framesPerSecond());
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    pace.await(() -> closed);
    if (closed) {
      return Optional.empty();
    }
    try {
      return Optional.of(frame(await(grabber::grab), canvas, pool));
    } catch (SourceException failure) {
      if (closed) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** Copies a picture of any kind, by way of the canvas, which has its size. */
  static Frame frame(BufferedImage picture, BufferedImage canvas, FramePool pool) {
    Graphics2D brush = canvas.createGraphics();
    try {
      brush.drawImage(picture, 0, 0, null);
    } finally {
      brush.dispose();
    }
    Frame frame = pool.take(DType.UINT8, canvas.getHeight(), canvas.getWidth(), CHANNELS);
    frame.data().put(((DataBufferByte) canvas.getRaster().getDataBuffer()).getData());
    return frame;
  }

  private <T> T await(Callable<T> task) {
    try {
      Future<T> result = thread.submit(task);
      waiting = result;
      if (closed) {
        result.cancel(true);
      }
      return result.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (CancellationException | RejectedExecutionException over) {
      throw new SourceException("screen:" + settings.number() + " was closed", over);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof FramewireException known ? known : broken(failure);
    } catch (TimeoutException silent) {
      throw new SourceException(
          "screen:"
              + settings.number()
              + " gave no picture for "
              + settings.timeout().toMillis() / MILLIS
              + " s: check the display, or raise the option timeout",
          silent);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SourceException(
          "the thread was interrupted while it waited for screen:" + settings.number(),
          interrupted);
    }
  }

  private SourceException broken(ExecutionException failure) {
    return new SourceException(
        "screen:" + settings.number() + " failed: " + failure.getCause(), failure.getCause());
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public void close() {
    closed = true;
    waiting.cancel(true);
    thread.shutdownNow();
  }
}
