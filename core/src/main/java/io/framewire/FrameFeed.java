package io.framewire;

import io.framewire.spi.FrameAndData;
import java.util.Optional;

/** Where a sender that runs gets its frames. One thread asks; any may close. */
interface FrameFeed extends AutoCloseable {
  /** Waits for the next frame, which the caller closes; empty at the end. */
  Optional<FrameAndData> next();

  /** Ends the wait, and closes the source. More than once. */
  @Override
  void close();
}
