package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.Frame;
import java.util.ArrayList;
import java.util.List;

/** Frames that are kept, to see whether they stay as they were. */
final class HeldFrames implements AutoCloseable {
  private final List<Frame> frames = new ArrayList<>();
  private final List<byte[]> contents = new ArrayList<>();

  void hold(Frame frame) {
    frames.add(frame.retain());
    contents.add(Contents.of(frame));
  }

  void requireUnchanged() {
    for (int index = 0; index < frames.size(); index++) {
      assertThat(Contents.of(frames.get(index)))
          .as("frame %d after %d came", index, frames.size())
          .isEqualTo(contents.get(index));
    }
  }

  @Override
  public void close() {
    frames.forEach(Frame::close);
  }
}
