package io.framewire.cli.demo;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Copies of a few received frames, spread over the stream, to be put beside what was sent. */
final class Samples implements AutoCloseable {
  private static final int COUNT = 6;

  private final int every;
  private final TreeMap<Long, Frame> received = new TreeMap<>();
  private final List<Frame> sent = new ArrayList<>();

  Samples(int frames) {
    this.every = Math.max(1, frames / COUNT);
  }

  void offer(long index, Frame frame) {
    if (index % every == every / 2 && received.size() < COUNT) {
      received.put(index, frame.copy(FramePool.unpooled()));
    }
  }

  /** Decodes the clip once more for the frames that were sampled. */
  List<ContactSheet.Pair> besideSent(Path clip) {
    List<ContactSheet.Pair> pairs = new ArrayList<>();
    try (FrameSource source = FrameSources.open(clip.toString())) {
      for (long index = 0; !received.isEmpty() && index <= received.lastKey(); index++) {
        Optional<Frame> frame = source.read(FramePool.unpooled());
        if (frame.isEmpty()) {
          break;
        }
        if (received.containsKey(index)) {
          sent.add(frame.get());
          pairs.add(new ContactSheet.Pair(index, frame.get(), received.get(index)));
        } else {
          frame.get().close();
        }
      }
    }
    return pairs;
  }

  @Override
  public void close() {
    received.values().forEach(Frame::close);
    sent.forEach(Frame::close);
  }
}
