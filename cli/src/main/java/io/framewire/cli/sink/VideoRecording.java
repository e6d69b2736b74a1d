package io.framewire.cli.sink;

import io.framewire.ReceivedFrame;
import io.framewire.error.FramewireException;
import io.framewire.file.VideoFileWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Records frames as H.264, each shown when it arrived, so that a player shows them at the speed
 * they came. When their size or colours change, the recording goes on in another file: {@code
 * out.mp4}, {@code out-2.mp4} and on, or the next name that is free.
 */
public final class VideoRecording implements FrameSink {
  private static final int MOST_PARTS = 1000;

  private final Path file;
  private final Consumer<String> told;
  private VideoFileWriter writer;
  private int part = 1;
  private long firstNanos;
  private boolean begun;

  /**
   * Prepares the file, which the first frame makes.
   *
   * @param file where to, which does not exist
   * @param told is told, in words for a person, when the recording goes on in another file
   */
  public VideoRecording(Path file, Consumer<String> told) {
    this.file = file;
    this.told = told;
    this.writer = VideoFileWriter.create(file);
  }

  @Override
  public void take(ReceivedFrame received) {
    if (!writer.fits(received.frame())) {
      goOn();
    }
    if (!begun) {
      begun = true;
      firstNanos = received.arrivedNanos();
    }
    writer.write(received.frame(), Duration.ofNanos(received.arrivedNanos() - firstNanos));
  }

  private void goOn() {
    writer.close();
    begun = false;
    Path next = nextPart();
    told.accept("the frames have another size now: they go on in " + next);
    writer = VideoFileWriter.create(next);
  }

  private Path nextPart() {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    while (part++ < MOST_PARTS) {
      Path next = file.resolveSibling(name.substring(0, dot) + "-" + part + name.substring(dot));
      if (!Files.exists(next)) {
        return next;
      }
    }
    throw new FramewireException(
        "the frames changed their size too often for "
            + file
            + ", "
            + MOST_PARTS
            + " files: use --save, which takes any size");
  }

  @Override
  public void close() {
    writer.close();
  }
}
