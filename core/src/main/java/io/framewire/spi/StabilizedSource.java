package io.framewire.spi;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * A source with a stabilizer behind it, which may hold frames back and yields them at the end. The
 * stabilizer keeps the order of the frames, so each leaves with the data it came with.
 */
final class StabilizedSource extends ForwardingSource {
  private final Stabilizer stabilizer;
  private final Queue<Optional<Object>> dataHeldBack = new ArrayDeque<>();
  private final LastSize size = new LastSize();
  private Optional<Object> data = Optional.empty();
  private boolean ended;
  private boolean closed;

  StabilizedSource(FrameSource source, Stabilizer stabilizer) {
    super(source);
    this.stabilizer = stabilizer;
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    while (!ended) {
      Optional<Frame> shaky = super.read(pool);
      ended = shaky.isEmpty();
      if (!ended) {
        holdData(shaky.get());
        Optional<Frame> steady = stabilize(shaky.get(), pool);
        if (steady.isPresent()) {
          return steady;
        }
      }
    }
    return flush(pool);
  }

  @Override
  public SourceInfo info() {
    return size.in(super.info());
  }

  @Override
  public Optional<Object> data() {
    return data;
  }

  /** The source ends its read itself; the stabilizer knows one thread only. */
  @Override
  public void close() {
    try {
      super.close();
    } finally {
      closeStabilizer();
    }
  }

  private void holdData(Frame shaky) {
    try {
      dataHeldBack.add(super.data());
    } catch (RuntimeException | Error failure) {
      shaky.close();
      throw failure;
    }
  }

  private synchronized Optional<Frame> stabilize(Frame shaky, FramePool pool) {
    if (closed) {
      shaky.close();
      ended = true;
      return Optional.empty();
    }
    return withData(stabilizer.stabilize(shaky, pool));
  }

  private synchronized Optional<Frame> flush(FramePool pool) {
    return closed ? Optional.empty() : withData(stabilizer.flush(pool));
  }

  private Optional<Frame> withData(Optional<Frame> steady) {
    if (steady.isPresent()) {
      data = Optional.ofNullable(dataHeldBack.poll()).flatMap(held -> held);
    }
    return steady.map(size::seen);
  }

  private synchronized void closeStabilizer() {
    closed = true;
    stabilizer.close();
  }
}
