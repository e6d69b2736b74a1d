package io.framewire.cli.sink;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.WindowEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A program of its own, with a display: shows frames in a window, looks at the screen, closes the
 * window as a person would, and says what it saw.
 */
public final class ShownWindow {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(15);
  private static final int RED = 0xff0000;

  private ShownWindow() {}

  /**
   * Shows red after many a blue frame.
   *
   * @param args none
   * @throws Exception if there is no display
   */
  public static void main(String[] args) throws Exception {
    FramePool pool = new FramePool();
    CountDownLatch closed = new CountDownLatch(1);
    Window window = Window.open();
    window.onEnough(closed::countDown);
    for (int i = 0; i < 500; i++) {
      show(window, pool, (byte) 255, (byte) 0);
    }
    show(window, pool, (byte) 0, (byte) 255);
    System.out.println("red " + awaitRed(new Robot()));
    EventQueue.invokeAndWait(
        () -> {
          java.awt.Window shown = java.awt.Window.getWindows()[0];
          shown.dispatchEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSING));
        });
    System.out.println("closed " + closed.await(5, TimeUnit.SECONDS));
    window.close();
    show(window, pool, (byte) 0, (byte) 255);
    EventQueue.invokeAndWait(() -> {});
    System.out.println("lent " + pool.statistics().lentBlocks());
  }

  private static void show(Window window, FramePool pool, byte blue, byte red) {
    try (Frame frame = pool.take(DType.UINT8, 120, 160, 3)) {
      for (int at = 0; at < frame.byteSize(); at += 3) {
        frame.data().put(at, blue).put(at + 1, (byte) 0).put(at + 2, red);
      }
      window.take(frame);
    }
  }

  private static boolean awaitRed(Robot robot) {
    Rectangle screen =
        java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    long until = System.nanoTime() + LIMIT_NANOS;
    while (System.nanoTime() < until) {
      int centre =
          robot.getPixelColor((int) screen.getCenterX(), (int) screen.getCenterY()).getRGB();
      if ((centre & 0xffffff) == RED) {
        return true;
      }
    }
    return false;
  }
}
