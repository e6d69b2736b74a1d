package io.framewire.source;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.Providers;
import io.framewire.spi.SourceRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens any source that a provider was found for.
 *
 * <pre>{@code
 * FrameSource source =
 *     FrameSources.builder("rtsp://camera/stream").queue().reconnect(ReconnectPolicy.STANDARD).open();
 * }</pre>
 */
public final class FrameSources {
  private static final String HINT =
      "for files, URLs, image sequences, cameras, stream: and screen: add"
          + " io.framewire:framewire-source-opencv;"
          + " for Raspberry Pi cameras (picamera:0) io.framewire:framewire-source-picamera;"
          + " test:WIDTHxHEIGHT needs nothing";

  private FrameSources() {}

  /**
   * Opens a source with its defaults: it is read by who asks for a frame, each frame once.
   *
   * @param location a file, a URL, an image-sequence pattern ({@code img_%03d.png}), a camera
   *     index, {@code picamera:0}, {@code stream:https://…}, {@code screen:}, {@code
   *     test:WIDTHxHEIGHT}, or what a plugin's provider knows
   * @return a source the caller closes
   * @throws ConfigurationException if no provider serves such a place; it says which were found
   * @throws SourceException if it cannot be opened; it names the place and the cause
   */
  public static FrameSource open(String location) {
    return builder(location).open();
  }

  /**
   * Opens a source.
   *
   * @param location as for {@link #open(String)}
   * @param options settings by name, those of {@link FrameSourceBuilder} and the source's own
   * @return a source the caller closes
   * @throws ConfigurationException if no provider serves such a place, or an option is unknown or
   *     impossible
   * @throws SourceException if it cannot be opened; it names the place and the cause
   */
  public static FrameSource open(String location, Map<String, String> options) {
    return builder(location).options(options).open();
  }

  /**
   * The options of a source.
   *
   * @param location as for {@link #open(String)}
   * @return a builder
   */
  public static FrameSourceBuilder builder(String location) {
    return new FrameSourceBuilder(Wanted.place(location));
  }

  /**
   * The options of a source of one's own.
   *
   * @param source makes it; asked once, and again when it is to be opened anew, on another thread
   *     then
   * @return a builder
   */
  public static FrameSourceBuilder builder(Supplier<? extends FrameSource> source) {
    return new FrameSourceBuilder(Wanted.own(source));
  }

  static FrameSourceProvider choose(
      SourceRequest request, Optional<String> name, Providers<FrameSourceProvider> providers) {
    String place = "\"" + request.shown() + "\"";
    try {
      return providers.choose(name, provider -> provider.supports(request), place, HINT);
    } catch (ConfigurationException none) {
      List<String> unavailable =
          name.isPresent()
              ? List.of()
              : providers.unavailable(provider -> provider.supports(request));
      if (unavailable.isEmpty()) {
        throw none;
      }
      throw new SourceException(
          "cannot open " + place + " here: " + String.join("; ", unavailable), none);
    }
  }

  /**
   * The providers there are.
   *
   * @return them, in order of choice
   */
  public static Providers<FrameSourceProvider> providers() {
    return Providers.load(FrameSourceProvider.class, "frame source");
  }
}
