package io.framewire.source;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.Providers;
import io.framewire.spi.SourceRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens any source that a provider was found for. */
public final class FrameSources {
  private static final String HINT =
      "for files, URLs, image sequences and cameras add io.framewire:framewire-source-opencv;"
          + " for Raspberry Pi cameras (picamera:0) io.framewire:framewire-source-picamera;"
          + " test:WIDTHxHEIGHT needs nothing";

  private FrameSources() {}

  /**
   * Opens a source with its defaults.
   *
   * @param location a file, a URL, an image-sequence pattern ({@code img_%03d.png}), a camera
   *     index, {@code test:WIDTHxHEIGHT}, or what a plugin's provider knows
   * @return a source the caller closes
   * @throws ConfigurationException if no provider serves such a place; it says which were found
   * @throws SourceException if it cannot be opened; it names the place and the cause
   */
  public static FrameSource open(String location) {
    return open(location, Map.of());
  }

  /**
   * Opens a source.
   *
   * @param location as for {@link #open(String)}
   * @param options settings by name, as the source's provider documents them
   * @return a source the caller closes
   * @throws ConfigurationException if no provider serves such a place, or an option is unknown or
   *     impossible
   * @throws SourceException if it cannot be opened; it names the place and the cause
   */
  public static FrameSource open(String location, Map<String, String> options) {
    return open(location, options, List.of());
  }

  /**
   * Opens a source that may also be one of the program's own providers.
   *
   * @param location as for {@link #open(String)}
   * @param options settings by name, as the source's provider documents them
   * @param given providers beside those that are found, chosen by the same rule
   * @return a source the caller closes
   * @throws ConfigurationException if no provider serves such a place, or an option is unknown or
   *     impossible
   * @throws SourceException if it cannot be opened; it names the place and the cause
   */
  public static FrameSource open(
      String location,
      Map<String, String> options,
      Collection<? extends FrameSourceProvider> given) {
    SourceRequest request = new SourceRequest(location, options);
    return choose(request, providers().with(given)).create(request);
  }

  private static FrameSourceProvider choose(
      SourceRequest request, Providers<FrameSourceProvider> providers) {
    String place = "\"" + request.location() + "\"";
    try {
      return providers.choose(
          Optional.empty(), provider -> provider.supports(request), place, HINT);
    } catch (ConfigurationException none) {
      List<String> unavailable = providers.unavailable(provider -> provider.supports(request));
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
