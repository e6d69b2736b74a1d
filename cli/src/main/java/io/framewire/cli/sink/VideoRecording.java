package io.framewire.cli.sink;

import io.framewire.ReceivedFrame;
import io.framewire.file.VideoFileWriter;
import java.nio.file.Path;

/** Records frames into an H.264 file that plays 30 of them a second. */
public final class VideoRecording implements FrameSink {
  private static final double FRAMES_PER_SECOND = 30;

  private final VideoFileWriter writer;

  /**
   * Makes the file.
   *
   * @param file where to
   */
  public VideoRecording(Path file) {
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
