package io.framewire.cli.sink;

import io.framewire.ReceivedFrame;
import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.file.ImageFiles;
import io.framewire.frame.Frame;
import java.awt.AWTError;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JFrame;
import javax.swing.WindowConstants;

/**
 * Shows the newest frame in a window, as fast as that paints. At most one frame waits to be
 * painted. Closing the window ends the stream.
 */
public final class Window implements FrameSink {
  private static final String TITLE = "framewire";
  private static final double MOST_OF_SCREEN = 0.9;

  private final AtomicReference<Optional<Frame>> newest = new AtomicReference<>(Optional.empty());
  private final JFrame window;
  private final PictureView view = new PictureView();
  private volatile Runnable end = () -> {};
  private boolean shown;
  private volatile boolean closed;

  private Window() {
    window = new JFrame(TITLE);
    window.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    window.add(view);
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            enough();
          }
        });
  }

  /**
   * Makes the window, which appears with the first frame.
   *
   * @return it
   * @throws ConfigurationException if there is no display to show it on
   */
  public static Window open() {
    try {
      if (GraphicsEnvironment.isHeadless()) {
        throw noDisplay("this machine has none, or Java was told so, or DISPLAY is not set");
      }
      return onEventThread(Window::new);
    } catch (AWTError | LinkageError failure) {
      throw noDisplay(failure.toString());
    }
  }

  private static ConfigurationException noDisplay(String why) {
    return new ConfigurationException(
        "--show needs a display (" + why + "): use --save DIR or --video FILE instead");
  }

  private static <T> T onEventThread(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      EventQueue.invokeAndWait(task);
      return task.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new FramewireException("interrupted while the window was made", interrupted);
    } catch (InvocationTargetException | java.util.concurrent.ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw new FramewireException("cannot make a window: " + failed.getCause(), failed);
    }
  }

  @Override
  public void onEnough(Runnable whenClosed) {
    end = whenClosed;
  }

  /** Ending a stream waits for it, which the event thread must not. */
  private void enough() {
    Thread ending = new Thread(end, "framewire-window-closed");
    ending.setDaemon(true);
    ending.start();
  }

  @Override
  public void take(ReceivedFrame received) {
    take(received.frame());
  }

  void take(Frame frame) {
    ImageFiles.requirePicture(frame);
    if (closed) {
      return;
    }
    Optional<Frame> waiting = newest.getAndSet(Optional.of(frame.retain()));
    waiting.ifPresent(Frame::close);
    if (waiting.isEmpty()) {
      EventQueue.invokeLater(this::paintNewest);
    }
  }

  private void paintNewest() {
    Optional<Frame> next = newest.getAndSet(Optional.empty());
    if (next.isEmpty()) {
      return;
    }
    try (Frame frame = next.get()) {
      view.show(ImageFiles.image(frame));
    }
    if (!shown && !closed) {
      shown = true;
      appear();
    }
  }

  private void appear() {
    window.pack();
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    Dimension wanted = window.getSize();
    window.setSize(
        Math.min(wanted.width, (int) (screen.width * MOST_OF_SCREEN)),
        Math.min(wanted.height, (int) (screen.height * MOST_OF_SCREEN)));
    window.setLocationRelativeTo(null);
    window.setVisible(true);
  }

  @Override
  public void close() {
    closed = true;
    newest.getAndSet(Optional.empty()).ifPresent(Frame::close);
    EventQueue.invokeLater(window::dispose);
  }
}
