package io.framewire.cli.sink;

import io.framewire.ReceivedFrame;
import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.file.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Saves each frame as a picture whose name is its number and when it arrived, in UTC: {@code
 * 000012_20250131T235959.123Z.png}.
 */
public final class PictureFolder implements FrameSink {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The formats, by their files' ending. */
  public enum Format {
    /** Without loss. */
    PNG,
    /** Much smaller and faster. */
    JPG
  }

  private final Path folder;
  private final Format format;
  private final int quality;

  /**
   * Makes the folder if it is missing.
   *
   * @param folder where the files go
   * @param format what they are
   * @param quality 1 to 100, for {@link Format#JPG}
   * @throws ConfigurationException if the quality is out of range
   * @throws FramewireException if the folder cannot be made or written to
   */
  public PictureFolder(Path folder, Format format, int quality) {
    if (quality < 1 || quality > 100) {
      throw new ConfigurationException("--save-quality is " + quality + ": use 1 to 100");
    }
    this.folder = folder;
    this.format = format;
    this.quality = quality;
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new FramewireException(
          "cannot make folder " + folder + ": check that the one it is in exists and takes files",
          failure);
    }
    if (!Files.isWritable(folder)) {
      throw new FramewireException(
          "cannot write to folder " + folder + ": let this user write to it, or name another");
    }
  }

  @Override
  public void take(ReceivedFrame received) {
    Path file = folder.resolve(name(received.index(), arrival(received)));
    if (format == Format.PNG) {
      ImageFiles.write(received.frame(), file);
    } else {
      ImageFiles.write(received.frame(), file, quality);
    }
  }

  private static Instant arrival(ReceivedFrame received) {
    return Instant.now().minusNanos(System.nanoTime() - received.arrivedNanos());
  }

  String name(long index, Instant arrival) {
    return String.format(
        Locale.ROOT,
        "%06d_%s.%s",
        index,
        TIME.format(arrival),
        format.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {}
}
