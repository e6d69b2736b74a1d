package io.framewire;

import io.framewire.error.FramewireException;
import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameAndData;
import io.framewire.spi.FrameSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a sender that runs gets its frames: its source. One thread asks; any may close, more than
 * once.
 */
final class SourceFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SourceFeed.class);

  private final FrameSource source;
  private final boolean withData;
  private final Supplier<Optional<Frame>> read;

  SourceFeed(FrameSource source, FramePool pool, boolean withData) {
    this.source = source;
    this.withData = withData;
    this.read = () -> source.read(pool);
  }

  /** Waits for the next frame, which the caller closes; empty at the end. */
  Optional<FrameAndData> next() {
    Optional<Frame> frame = ask(read);
    return frame.isPresent() ? Optional.of(beside(frame.get())) : Optional.empty();
  }

  private FrameAndData beside(Frame frame) {
    try {
      return new FrameAndData(frame, withData ? ask(source::data) : Optional.empty());
    } catch (RuntimeException | Error failure) {
      frame.close();
      throw failure;
    }
  }

  private static <T> T ask(Supplier<T> call) {
    try {
      return Objects.requireNonNull(call.get(), "it returned null");
    } catch (FramewireException named) {
      throw named;
    } catch (RuntimeException failure) {
      throw new SourceException("the source failed: " + failure, failure);
    }
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (RuntimeException failure) {
      LOG.warn("the source could not be closed: {}", failure.toString());
    }
  }
}
