package io.framewire.spi;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.Objects;
import java.util.Optional;

/**
 * A source in front of another one, to which it passes on everything that a subclass does not do
 * itself. So a wrapper hides nothing that the source can do.
 */
public abstract class ForwardingSource implements FrameSource {
  private final FrameSource source;

  /**
   * In front of this one, and closing it when it is closed.
   *
   * @param source the source behind
   */
  protected ForwardingSource(FrameSource source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    return source.read(pool);
  }

  @Override
  public SourceInfo info() {
    return source.info();
  }

  @Override
  public SourceStatistics statistics() {
    return source.statistics();
  }

  @Override
  public void set(String option, String value) {
    source.set(option, value);
  }

  @Override
  public boolean lasts(String option) {
    return source.lasts(option);
  }

  @Override
  public boolean yieldsData() {
    return source.yieldsData();
  }

  @Override
  public Optional<Object> data() {
    return source.data();
  }

  @Override
  public void close() {
    source.close();
  }
}
