package io.framewire.source.screen;

import io.framewire.error.SourceException;
import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/** Takes pictures of a part of a display. Used by one thread. */
final class ScreenGrabber {
  private final Robot robot;
  private final Rectangle part;

  private ScreenGrabber(Robot robot, Rectangle part) {
    this.robot = robot;
    this.part = part;
  }

  static ScreenGrabber open(ScreenSettings settings) {
    GraphicsDevice[] devices = devices();
    if (settings.number() >= devices.length) {
      throw new SourceException(
          "cannot open screen:"
              + settings.number()
              + ": there "
              + (devices.length == 1
                  ? "is only screen:0"
                  : "are screens 0 to " + (devices.length - 1)));
    }
    GraphicsDevice device = devices[settings.number()];
    Rectangle part = new Screen(settings.number(), bounds(device)).part(settings);
    try {
      return new ScreenGrabber(new Robot(device), part);
    } catch (AWTException | SecurityException refused) {
      throw new SourceException(
          "cannot open screen:"
              + settings.number()
              + ": the system lets nobody look at it: "
              + refused.getMessage(),
          refused);
    }
  }

  static List<Screen> screens() {
    GraphicsDevice[] devices = devices();
    return IntStream.range(0, devices.length)
        .mapToObj(number -> new Screen(number, bounds(devices[number])))
        .toList();
  }

  private static Rectangle bounds(GraphicsDevice device) {
    return device.getDefaultConfiguration().getBounds();
  }

  /** Java's class for X11 does not even load where the display does not answer. */
  private static GraphicsDevice[] devices() {
    try {
      return GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices();
    } catch (AWTError | HeadlessException | LinkageError unreachable) {
      throw new SourceException(
          "cannot open a screen: the display cannot be reached: check DISPLAY and that this user"
              + " may use it",
          unreachable);
    }
  }

  int width() {
    return part.width;
  }

  int height() {
    return part.height;
  }

  BufferedImage grab() {
    return robot.createScreenCapture(part);
  }
}
