package io.framewire.source.screen;

import io.framewire.error.SourceException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;
import java.awt.GraphicsEnvironment;
import java.util.List;

/**
 * What a display shows: {@code screen:}, or {@code screen:1} for the second one. Frames are {@code
 * |u1} of shape {@code [height, width, 3]}, blue, green, red, without the mouse pointer; on a
 * display that is scaled they have the size that Java gives it. Needs a display that java.awt can
 * reach: X11 (also XWayland's own windows), Windows, or macOS, where the program must be allowed to
 * record the screen.
 *
 * <p>Options, also as {@code screen:0?x=10&width=640}: {@code x}, {@code y}, {@code width} and
 * {@code height} of the part to take, in pixels from the screen's left and top edge (all of it);
 * {@code fps}, how many pictures a second at most (30; 0 for as many as possible); {@code timeout},
 * the longest time to wait for a picture in seconds (10).
 */
public final class ScreenSourceProvider implements FrameSourceProvider {
  private static final String SCHEME = "screen";

  /** For the service loader. */
  public ScreenSourceProvider() {}

  @Override
  public String name() {
    return SCHEME;
  }

  @Override
  public Support available() {
    return Support.when(
        !GraphicsEnvironment.isHeadless(),
        "there is no display here: set DISPLAY, or remove -Djava.awt.headless=true");
  }

  @Override
  public List<String> found() {
    try {
      return ScreenGrabber.screens().stream()
          .map(screen -> SCHEME + ":" + screen.number() + " " + screen.size())
          .toList();
    } catch (SourceException unreachable) {
      return List.of(unreachable.getMessage());
    }
  }

  @Override
  public Support supports(SourceRequest request) {
    return Support.when(request.hasScheme(SCHEME), "serves screen: and screen:NUMBER");
  }

  @Override
  public FrameSource create(SourceRequest request) {
    return ScreenSource.open(ScreenSettings.of(request.withoutSchemeAndQuery()));
  }
}
