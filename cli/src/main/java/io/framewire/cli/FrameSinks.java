package io.framewire.cli;

import io.framewire.ReceivedFrame;
import io.framewire.cli.sink.FrameSink;
import io.framewire.cli.sink.PngFolder;
import io.framewire.cli.sink.VideoFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that was asked for, as one. */
final class FrameSinks implements AutoCloseable {
  private final List<FrameSink> sinks;

  private FrameSinks(List<FrameSink> sinks) {
    this.sinks = sinks;
  }

  static FrameSinks open(Optional<Path> folder, Optional<Path> video) {
    List<FrameSink> sinks = new ArrayList<>();
    folder.map(PngFolder::new).ifPresent(sinks::add);
    video.map(VideoFile::new).ifPresent(sinks::add);
    return new FrameSinks(sinks);
  }

  void take(ReceivedFrame received) {
    for (FrameSink sink : sinks) {
      sink.take(received);
    }
  }

  @Override
  public void close() {
    sinks.forEach(FrameSink::close);
  }
}
