package io.framewire.interop;

import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceInfo;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.nio.ByteBuffer;

/** Shows a window of one colour and looks for it with a source. */
final class ScreenWatcher {
  private static final Color COLOUR = new Color(200, 100, 50);
  private static final int LEFT = 40;
  private static final int TOP = 30;
  private static final long LIMIT_NANOS = 20_000_000_000L;

  private ScreenWatcher() {}

  public static void main(String[] locations) {
    for (String location : locations) {
      System.out.println(seen(location));
    }
  }

  private static String seen(String location) {
    try (FrameSource source = FrameSources.open(location)) {
      Window window = show();
      try {
        return words(source.info()) + " " + search(source);
      } finally {
        window.dispose();
      }
    } catch (SourceException failure) {
      return failure.getMessage();
    }
  }

  private static Window show() {
    Window window =
        new Window(
            null,
            GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getDefaultScreenDevice()
                .getDefaultConfiguration());
    window.setBackground(COLOUR);
    window.setBounds(LEFT, TOP, 20, 20);
    window.setVisible(true);
    return window;
  }

  private static String words(SourceInfo info) {
    return "size "
        + info.width().orElse(0)
        + "x"
        + info.height().orElse(0)
        + " at "
        + info.framesPerSecond().orElse(0)
        + " live "
        + info.live();
  }

  private static String search(FrameSource source) {
    FramePool pool = FramePool.unpooled();
    long start = System.nanoTime();
    while (System.nanoTime() - start < LIMIT_NANOS) {
      try (Frame frame = source.read(pool).orElseThrow()) {
        int found = firstPixel(frame);
        if (found >= 0) {
          int width = frame.dimension(1);
          return "seen at " + found % width + "," + found / width + " in " + frame;
        }
      }
    }
    return "not seen";
  }

  /** The index of the first pixel of the colour, or -1. */
  private static int firstPixel(Frame frame) {
    ByteBuffer bytes = frame.data();
    for (int pixel = 0; pixel < bytes.remaining() / 3; pixel++) {
      boolean same =
          (bytes.get(3 * pixel) & 0xff) == COLOUR.getBlue()
              && (bytes.get(3 * pixel + 1) & 0xff) == COLOUR.getGreen()
              && (bytes.get(3 * pixel + 2) & 0xff) == COLOUR.getRed();
      if (same) {
        return pixel;
      }
    }
    return -1;
  }
}
