package io.framewire.source.screen;

import io.framewire.error.ConfigurationException;
import java.awt.Rectangle;

/**
 * A display.
 *
 * @param bounds where it lies among all of them, in pixels
 */
record Screen(int number, Rectangle bounds) {
  String size() {
    return bounds.width + "x" + bounds.height;
  }

  /** The part to take, in pixels among all displays. */
  Rectangle part(ScreenSettings settings) {
    Rectangle part =
        new Rectangle(
            bounds.x + settings.x(),
            bounds.y + settings.y(),
            settings.width().orElse(bounds.width - settings.x()),
            settings.height().orElse(bounds.height - settings.y()));
    if (part.isEmpty() || !bounds.contains(part)) {
      throw new ConfigurationException(
          "the part "
              + part.width
              + "x"
              + part.height
              + " at x="
              + settings.x()
              + ", y="
              + settings.y()
              + " is not on screen "
              + number
              + ", which has "
              + size()
              + " pixels: take a part of that");
    }
    return part;
  }
}
