package io.framewire.cli;

import io.framewire.spi.ForwardingSource;
import io.framewire.spi.FrameSource;
import java.util.Optional;

/** A source with the same data beside each of its frames. */
final class SentFrames extends ForwardingSource {
  private final Optional<Object> data;
  private final boolean hasData;

  SentFrames(FrameSource source, Optional<Object> data, boolean hasData) {
    super(source);
    this.data = data;
    this.hasData = hasData;
  }

  @Override
  public boolean yieldsData() {
    return hasData || super.yieldsData();
  }

  @Override
  public Optional<Object> data() {
    return data.isPresent() ? data : super.data();
  }
}
