package io.framewire.source.picamera;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.Support;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The camera tool of Raspberry Pi OS. */
record Tool(Path file) {
  static final String HOW_TO_GET =
      "on Raspberry Pi OS install it with \"sudo apt install rpicam-apps\" (libcamera-apps"
          + " before 2023), or put its folder on the PATH";

  private static final List<String> NAMES = List.of("rpicam-vid", "libcamera-vid");

  /** The first of its names on a search path. */
  static Optional<Tool> find(String searchPath) {
    for (String name : NAMES) {
      for (String folder : searchPath.split(Pattern.quote(File.pathSeparator))) {
        Optional<Tool> tool = executable(folder, name);
        if (tool.isPresent()) {
          return tool;
        }
      }
    }
    return Optional.empty();
  }

  static Optional<Tool> find() {
    return find(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /** The board is only asked for where the tool is missing. */
  static Support available(Optional<Tool> found, Supplier<Optional<String>> board) {
    if (found.isPresent()) {
      return Support.yes();
    }
    String where = board.get().map(model -> "a " + model).orElse("no Raspberry Pi");
    return Support.no("rpicam-vid is not on the PATH: " + HOW_TO_GET + "; this is " + where);
  }

  /** The one named, or the one on the PATH. */
  static Tool require(Optional<Path> named) {
    if (named.isEmpty()) {
      return find()
          .orElseThrow(
              () ->
                  new ConfigurationException(
                      "the camera tool rpicam-vid is not on the PATH: " + HOW_TO_GET));
    }
    Path file = named.get();
    if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
      throw new ConfigurationException(
          "the camera tool \"" + file + "\" is no program: give the path of rpicam-vid");
    }
    return new Tool(file);
  }

  List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(arguments);
    return command;
  }

  /** Its name in messages. */
  @Override
  public String toString() {
    return file.getFileName().toString();
  }

  private static Optional<Tool> executable(String folder, String name) {
    try {
      Path file = Path.of(folder, name);
      boolean usable = !folder.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file);
      return usable ? Optional.of(new Tool(file)) : Optional.empty();
    } catch (InvalidPathException impossible) {
      return Optional.empty();
    }
  }
}
