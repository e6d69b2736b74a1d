package io.framewire.source.picamera;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The stand-in for rpicam-vid in a folder of its own, told what to do. Linux only. */
final class StandIn {
  /** Small, and without row padding. */
  static final int WIDTH = 128;

  static final int HEIGHT = 64;

  private final Path folder;

  StandIn(Path folder) {
    this(folder, "rpicam-vid");
  }

  StandIn(Path folder, String name) {
    this.folder = folder;
    copy("rpicam-vid", name);
    copy("cameras", "cameras");
    if (!tool(name).toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make the stand-in executable");
    }
    behaves("");
    frames(Yuv.grey(new Layout(WIDTH, HEIGHT, WIDTH), 100));
  }

  Path tool() {
    return tool("rpicam-vid");
  }

  private Path tool(String name) {
    return folder.resolve(name);
  }

  /** Shell variables, as the script's own comment says. */
  StandIn behaves(String variables) {
    return write("behaviour", variables + "\n");
  }

  /** The pictures to write in turn. */
  StandIn frames(byte[]... pictures) {
    try {
      for (int index = 0; index < pictures.length; index++) {
        Files.write(folder.resolve("frame" + index + ".yuv"), pictures[index]);
      }
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A camera that this program serves. */
  PiCameraBuilder camera() {
    return PiCameraSource.builder().tool(tool()).size(WIDTH, HEIGHT);
  }

  /** Each start's arguments. */
  List<String> started() {
    return lines("started");
  }

  List<String> signals() {
    return lines("signals");
  }

  private List<String> lines(String file) {
    try {
      Path path = folder.resolve(file);
      return Files.exists(path) ? Files.readAllLines(path) : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private StandIn write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void copy(String resource, String name) {
    try (InputStream from =
        Objects.requireNonNull(StandIn.class.getResourceAsStream("/stand-in/" + resource))) {
      Files.copy(from, folder.resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
