package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import java.util.List;

/**
 * Makes sources from what people write: a path, a URL, a camera's number, a scheme of the plugin's
 * own.
 */
public interface FrameSourceProvider extends Provider {
  /**
   * Whether this provider is the one for such a place. Decided by the look of it, without opening
   * anything.
   *
   * @param request what was asked for
   * @return yes, or no with what it does serve
   */
  Support supports(SourceRequest request);

  /**
   * Opens the source. Some options are taken before a provider sees them: those in the table of
   * {@link io.framewire.source.FrameSourceBuilder}, and of {@code resolution} and {@code framerate}
   * it sees {@code width}, {@code height} and {@code fps} (all but {@code picamera:}). An error
   * that says {@code has no option "NAME"} is completed with the names that every source has.
   *
   * @param request what was asked for, which {@link #supports} said yes to
   * @return a source the caller closes
   * @throws SourceException if it cannot be opened; the message names the place and the cause
   * @throws ConfigurationException if an option is unknown or its value impossible
   */
  FrameSource create(SourceRequest request);

  /**
   * What there is to open on this machine, cameras for instance, or why there is none. Only asked
   * of a provider that is available; may take some seconds, and leaves nothing open.
   *
   * @return a line for a person each, which begins with the location to open where there is one;
   *     empty, as by default, where nothing can be listed
   */
  default List<String> found() {
    return List.of();
  }
}
