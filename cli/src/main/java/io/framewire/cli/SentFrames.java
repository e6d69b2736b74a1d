package io.framewire.cli;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import java.util.Optional;

/** A source with the same data beside each of its frames. */
final class SentFrames implements FrameSource {
  private final FrameSource source;
  private final Optional<Object> data;
  private final boolean hasData;

  SentFrames(FrameSource source, Optional<Object> data, boolean hasData) {
    this.source = source;
    this.data = data;
    this.hasData = hasData;
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    return source.read(pool);
  }

  @Override
  public boolean yieldsData() {
    return hasData || source.yieldsData();
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
