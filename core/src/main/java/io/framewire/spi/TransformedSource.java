package io.framewire.spi;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.Objects;
import java.util.Optional;

/** A source whose frames pass through a transform. */
final class TransformedSource extends ForwardingSource {
  private final FrameTransform transform;
  private final LastSize size = new LastSize();

  TransformedSource(FrameSource source, FrameTransform transform) {
    super(source);
    this.transform = Objects.requireNonNull(transform, "transform");
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    return super.read(pool)
        .map(
            frame ->
                Objects.requireNonNull(transform.apply(frame, pool), "the transform gave null"))
        .map(size::seen);
  }

  @Override
  public SourceInfo info() {
    return size.in(super.info());
  }
}
