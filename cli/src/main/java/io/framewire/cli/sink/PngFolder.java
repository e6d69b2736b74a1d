package io.framewire.cli.sink;

import io.framewire.ReceivedFrame;
import io.framewire.error.FramewireException;
import io.framewire.file.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Saves each frame as a PNG file whose name is its number: {@code 000000.png} and on. */
public final class PngFolder implements FrameSink {
  private final Path folder;

  /**
   * Makes the folder if it is missing.
   *
   * @param folder where the files go
   * @throws FramewireException if it cannot be made
   */
  public PngFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new FramewireException(
          "cannot make folder " + folder + ": check that the one it is in exists and takes files",
          failure);
    }
  }

  @Override
  public void take(ReceivedFrame received) {
    Path file = folder.resolve(String.format(Locale.ROOT, "%06d.png", received.index()));
    ImageFiles.write(received.frame(), file);
  }

  @Override
  public void close() {}
}
