package io.framewire.source.opencv;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads whole sources. */
final class Reading {
  private Reading() {}

  static int all(Path file, Consumer<Frame> look) {
    return all(file.toString(), Map.of(), look);
  }

  static int all(String location, Map<String, String> options, Consumer<Frame> look) {
    try (FramePool pool = new FramePool();
        FrameSource source = FrameSources.open(location, options)) {
      return rest(source, pool, look);
    }
  }

  static int rest(FrameSource source, FramePool pool, Consumer<Frame> look) {
    int count = 0;
    for (Optional<Frame> next = source.read(pool); next.isPresent(); next = source.read(pool)) {
      try (Frame frame = next.get()) {
        look.accept(frame);
        count++;
      }
    }
    return count;
  }
}
