package io.framewire.spi;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.Optional;

/** A source with a stabilizer behind it, which may hold frames back and yields them at the end. */
final class StabilizedSource implements FrameSource {
  private final FrameSource source;
  private final Stabilizer stabilizer;
  private boolean ended;

  StabilizedSource(FrameSource source, Stabilizer stabilizer) {
    this.source = source;
    this.stabilizer = stabilizer;
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    while (!ended) {
      Optional<Frame> shaky = source.read(pool);
      if (shaky.isEmpty()) {
        ended = true;
        break;
      }
      Optional<Frame> steady = stabilizer.stabilize(shaky.get(), pool);
      if (steady.isPresent()) {
        return steady;
      }
    }
    return stabilizer.flush(pool);
  }

  @Override
  public void close() {
    try (stabilizer) {
      source.close();
    }
  }
}
