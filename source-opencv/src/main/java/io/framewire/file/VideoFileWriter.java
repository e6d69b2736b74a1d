package io.framewire.file;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.ffmpeg.Ffmpeg;
import io.framewire.frame.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes frames to a video file as H.264. Used by one thread.
 *
 * <pre>{@code
 * try (VideoFileWriter writer = VideoFileWriter.create(Path.of("out.mp4"), 25)) {
 *   for (ReceivedFrame received : receiver) {
 *     writer.write(received.frame());
 *   }
 * }
 * }</pre>
 */
public final class VideoFileWriter implements AutoCloseable {
  private static final double MOST_FPS = 1000;

  private final Path file;
  private final double framesPerSecond;
  private final VideoFile output;
  private Optional<Picture> size = Optional.empty();
  private Optional<VideoEncoder> encoder = Optional.empty();
  private boolean closed;

  private VideoFileWriter(Path file, double framesPerSecond) {
    this.file = file;
    this.framesPerSecond = framesPerSecond;
    this.output = VideoFile.create(file);
  }

  /**
   * Begins a file; one of that name is replaced. Its size is that of the first frame.
   *
   * @param file where to; its ending says the container: mp4, mkv, mov, avi
   * @param framesPerSecond how fast it plays, above 0 and up to 1000
   * @return a writer the caller closes, which finishes the file
   * @throws ConfigurationException if the rate is out of range, the ending none of a container, or
   *     FFmpeg's native code missing
   * @throws FramewireException if the file cannot be written
   */
  public static VideoFileWriter create(Path file, double framesPerSecond) {
    if (!(framesPerSecond > 0 && framesPerSecond <= MOST_FPS)) {
      throw new ConfigurationException(
          "framesPerSecond is "
              + framesPerSecond
              + ": use more than 0 and up to "
              + (int) MOST_FPS);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new FramewireException("cannot write " + file + ": its folder does not exist");
    }
    Ffmpeg.load();
    return new VideoFileWriter(file, framesPerSecond);
  }

  /**
   * Adds a frame. Of an odd width or height the last column or row is left out, because H.264 as
   * everybody plays it has none.
   *
   * @param frame {@code |u1} of shape {@code [height, width, 3]}, blue, green, red, or {@code
   *     [height, width]}, grey; at least 16x16, stays the caller's
   * @throws ConfigurationException if it is no such picture, or of another size than the first
   * @throws FramewireException if the file cannot be written
   * @throws IllegalStateException if the writer was closed
   */
  public void write(Frame frame) {
    if (closed) {
      throw new IllegalStateException("the writer of " + file + " was closed");
    }
    Picture picture = Picture.of(frame);
    if (size.isEmpty()) {
      encoder = Optional.of(new VideoEncoder(output, picture, framesPerSecond));
      size = Optional.of(picture);
    }
    if (!size.get().equals(picture)) {
      throw new ConfigurationException(
          frame
              + " does not fit into "
              + file
              + ", which began with "
              + size.get()
              + ": begin another file when the size changes");
    }
    encoder.get().encode(frame.data(), picture);
  }

  /**
   * Finishes the file; without any frame there is none. Can be called twice.
   *
   * @throws FramewireException if the last frames cannot be written
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      encoder.ifPresent(VideoEncoder::finish);
    } finally {
      encoder.ifPresent(VideoEncoder::close);
      output.close();
    }
    if (size.isEmpty()) {
      removeEmpty();
    }
  }

  private void removeEmpty() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new FramewireException("cannot remove " + file + ", which has no frame", failure);
    }
  }
}
