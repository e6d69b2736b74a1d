package io.framewire.source;

import io.framewire.error.SourceException;
import io.framewire.spi.FrameSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was changed while a source ran, for the next one in its place. Used by any thread. */
final class LastingSettings {
  private final Map<String, String> changed = new LinkedHashMap<>();

  synchronized void change(Supplier<FrameSource> current, String option, String value) {
    FrameSource source = current.get();
    source.set(option, value);
    if (source.lasts(option)) {
      changed.put(option, value);
    }
  }

  /**
   * Changes the same in the next source and then puts it in place, with no change in between.
   *
   * @throws SourceException if it refuses; it is closed then, and not put in place
   */
  synchronized void pass(FrameSource next, Runnable install) {
    try {
      changed.forEach(next::set);
    } catch (RuntimeException | Error failure) {
      close(next, failure);
      if (failure instanceof Error error) {
        throw error;
      }
      throw new SourceException(
          "what was set before cannot be set again: " + failure.getMessage(), failure);
    }
    install.run();
  }

  private static void close(FrameSource source, Throwable failure) {
    try {
      source.close();
    } catch (RuntimeException | Error another) {
      failure.addSuppressed(another);
    }
  }
}
