package io.framewire.cli;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import java.util.Optional;

/** A source whose frames are digested on their way, with the same data beside each. */
final class SentFrames implements FrameSource {
  private final FrameSource source;
  private final Optional<Object> data;
  private final Optional<FrameDigest> digest;

  SentFrames(FrameSource source, Optional<Object> data, Optional<FrameDigest> digest) {
    this.source = source;
    this.data = data;
    this.digest = digest;
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    Optional<Frame> frame = source.read(pool);
    if (frame.isPresent() && digest.isPresent()) {
      digest.get().add(frame.get());
    }
    return frame;
  }

  @Override
  public Optional<Object> data() {
    return data.isPresent() ? data : source.data();
  }

  @Override
  public void close() {
    source.close();
  }
}
