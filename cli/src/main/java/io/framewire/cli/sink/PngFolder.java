package io.framewire.cli.sink;

import io.framewire.ReceivedFrame;
import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.opencv.Mats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Saves each frame as a PNG file whose name is its number: {@code 000000.png} and on. */
public final class PngFolder implements FrameSink {
  private static final Set<DType> DTYPES = Set.of(DType.UINT8, DType.UINT16);
  private static final Set<Integer> CHANNELS = Set.of(1, 3, 4);

  private final Path folder;

  /**
   * Makes the folder if it is missing.
   *
   * @param folder where the files go
   * @throws ConfigurationException if it cannot be made
   */
  public PngFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new ConfigurationException("cannot make folder " + folder + ": " + failure, failure);
    }
  }

  @Override
  public void take(ReceivedFrame received) {
    Path file = folder.resolve(String.format(Locale.ROOT, "%06d.png", received.index()));
    write(received.frame(), file);
  }

  /**
   * Saves one picture.
   *
   * @param frame uint8 or uint16, {@code [height, width]} or with 3 or 4 channels, blue first
   * @param file where to
   * @throws ConfigurationException if PNG has no such pictures
   * @throws FramewireException if the file cannot be written
   */
  public static void write(Frame frame, Path file) {
    int channels = frame.rank() == 3 ? frame.dimension(2) : 1;
    if (!DTYPES.contains(frame.dtype()) || !CHANNELS.contains(channels)) {
      throw new ConfigurationException(
          "cannot save " + frame + " as PNG: it takes uint8 or uint16 with 1, 3 or 4 channels");
    }
    boolean written;
    try (Mat picture = Mats.view(frame)) {
      written = opencv_imgcodecs.imwrite(file.toString(), picture);
    } catch (RuntimeException failure) {
      throw new FramewireException("cannot write " + file + ": " + failure.getMessage(), failure);
    }
    if (!written) {
      throw new FramewireException("cannot write " + file + ": check that the folder can be written to");
    }
  }

  @Override
  public void close() {}
}
