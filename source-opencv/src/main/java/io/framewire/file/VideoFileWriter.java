package io.framewire.file;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.ffmpeg.Ffmpeg;
import io.framewire.frame.Frame;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
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
  private static final Duration LONGEST = Duration.ofDays(10);

  private final Path file;
  private final Optional<Double> framesPerSecond;
  private Optional<Picture> size = Optional.empty();
  private Optional<VideoEncoder> encoder = Optional.empty();
  private boolean closed;

  private VideoFileWriter(Path file, Optional<Double> framesPerSecond) {
    this.file = file;
    this.framesPerSecond = framesPerSecond;
  }

  /**
   * Prepares a file, which is made when the first frame comes and has its size.
   *
   * @param file where to, which does not exist; its ending says the container: mp4, mkv, mov, avi
   * @param framesPerSecond how fast it plays, above 0 and up to 1000
   * @return a writer the caller closes, which finishes the file
   * @throws ConfigurationException if the rate is out of range, the file exists, its ending is none
   *     of a container for H.264, or FFmpeg's native code is missing
   * @throws FramewireException if its folder does not exist or takes no files
   */
  public static VideoFileWriter create(Path file, double framesPerSecond) {
    if (!(framesPerSecond > 0 && framesPerSecond <= MOST_FPS)) {
      throw new ConfigurationException(
          "framesPerSecond is "
              + framesPerSecond
              + ": use more than 0 and up to "
              + (int) MOST_FPS);
    }
    return create(file, Optional.of(framesPerSecond));
  }

  /**
   * Prepares a file of frames that each come with their own time, and are shown for as long as it
   * takes the next to come. It is made when the first frame comes, and has its size.
   *
   * @param file where to, which does not exist; its ending says the container, one that knows
   *     times: mp4, mkv, mov
   * @return a writer the caller closes, which finishes the file
   * @throws ConfigurationException if the file exists, its ending is none of a container for H.264,
   *     or FFmpeg's native code is missing
   * @throws FramewireException if its folder does not exist or takes no files
   */
  public static VideoFileWriter create(Path file) {
    return create(file, Optional.empty());
  }

  private static VideoFileWriter create(Path file, Optional<Double> framesPerSecond) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new FramewireException("cannot write " + file + ": its folder does not exist");
    }
    if (!Files.isWritable(folder)) {
      throw new FramewireException("cannot write " + file + ": its folder takes no files");
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(file);
    }
    Ffmpeg.load();
    VideoFile.requireFormat(file);
    return new VideoFileWriter(file, framesPerSecond);
  }

  /**
   * Whether a frame has the size and colours of the first one, and so can be added.
   *
   * @param frame stays the caller's
   * @return true also while there is no first one
   * @throws ConfigurationException if it is no such picture as {@link #write(Frame)} takes
   */
  public boolean fits(Frame frame) {
    Picture picture = Picture.of(frame);
    return size.isEmpty() || size.get().equals(picture);
  }

  /**
   * Adds a frame to a file of frames that have their own time.
   *
   * @param frame as for {@link #write(Frame)}
   * @param at when it is shown, counted from the beginning, to the millisecond; one that is not
   *     later than the last is shown a millisecond after that
   * @throws ConfigurationException if the file has a frame rate, the time is negative or above ten
   *     days, or the frame is none that {@link #write(Frame)} takes
   * @throws FramewireException if the file cannot be written
   * @throws IllegalStateException if the writer was closed
   */
  public void write(Frame frame, Duration at) {
    if (framesPerSecond.isPresent()) {
      throw new ConfigurationException(
          file + " plays a number of frames a second: begin it without one to give times");
    }
    if (at.isNegative() || at.compareTo(LONGEST) > 0) {
      throw new ConfigurationException("a frame at " + at + ": use zero to " + LONGEST);
    }
    encoder(frame).encode(frame.data(), at);
  }

  /**
   * Adds a frame to a file with a frame rate. Of an odd width or height the last column or row is
   * left out, because H.264 as everybody plays it has none.
   *
   * @param frame {@code |u1} of shape {@code [height, width, 3]}, blue, green, red, or {@code
   *     [height, width]}, grey; at least 16x16, stays the caller's
   * @throws ConfigurationException if it is no such picture, of another size than the first, or the
   *     file's frames have times of their own
   * @throws FramewireException if the file cannot be written
   * @throws IllegalStateException if the writer was closed
   */
  public void write(Frame frame) {
    if (framesPerSecond.isEmpty()) {
      throw new ConfigurationException(
          "the frames of " + file + " have times of their own: give this one's");
    }
    encoder(frame).encode(frame.data());
  }

  private VideoEncoder encoder(Frame frame) {
    if (closed) {
      throw new IllegalStateException("the writer of " + file + " was closed");
    }
    Picture picture = Picture.of(frame);
    if (size.isEmpty()) {
      encoder = Optional.of(begin(picture));
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
    return encoder.orElseThrow();
  }

  private VideoEncoder begin(Picture picture) {
    VideoEncoder made = VideoEncoder.open(file, picture, framesPerSecond);
    try {
      createFile();
      begin(made);
      return made;
    } catch (RuntimeException failure) {
      made.close();
      throw failure;
    }
  }

  private void begin(VideoEncoder made) {
    try {
      made.begin();
    } catch (RuntimeException failure) {
      removeEmpty(failure);
      throw failure;
    }
  }

  /** Only one that was not there, so that nobody's is lost. */
  private void createFile() {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException another) {
      throw exists(file);
    } catch (IOException failure) {
      throw new FramewireException(
          "cannot write " + file + ": its folder takes no files, or the disk is full", failure);
    }
  }

  private void removeEmpty(RuntimeException failure) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stuck) {
      failure.addSuppressed(stuck);
    }
  }

  private static ConfigurationException exists(Path file) {
    return new ConfigurationException(
        "cannot write " + file + ": it exists: name another or remove it");
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
    }
  }
}
