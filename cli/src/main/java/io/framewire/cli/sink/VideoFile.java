package io.framewire.cli.sink;

import io.framewire.ReceivedFrame;
import io.framewire.source.opencv.VideoFileWriter;
import java.nio.file.Path;

/** Records frames into an H.264 file, 30 to a second. */
public final class VideoFile implements FrameSink {
  private static final double FRAMES_PER_SECOND = 30;

  private final VideoFileWriter writer;

  /**
   * Makes the file.
   *
   * @param file where to
   */
  public VideoFile(Path file) {
    this.writer = VideoFileWriter.create(file, FRAMES_PER_SECOND);
  }

  @Override
  public void take(ReceivedFrame received) {
    writer.write(received.frame());
  }

  @Override
  public void close() {
    writer.close();
  }
}
