package io.framewire.source.picamera;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Raspberry Pi this is, if any. */
final class Board {
  private static final Logger LOG = LoggerFactory.getLogger(Board.class);
  private static final Path MODEL = Path.of("/proc/device-tree/model");
  private static final String PI = "Raspberry Pi";

  private Board() {}

  /** The model in words; empty where this is no Raspberry Pi. */
  static Optional<String> model() {
    return model(MODEL, Pi4jBoard::model);
  }

  /** Pi4J is asked on a Raspberry Pi only: it logs errors on everything else. */
  static Optional<String> model(Path deviceTreeModel, Supplier<Optional<String>> pi4j) {
    return deviceTree(deviceTreeModel)
        .filter(model -> model.startsWith(PI))
        .map(model -> named(pi4j).orElse(model));
  }

  private static Optional<String> deviceTree(Path file) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1).replace("\0", ""));
    } catch (IOException unreadable) {
      LOG.debug("cannot read {}", file, unreadable);
      return Optional.empty();
    }
  }

  private static Optional<String> named(Supplier<Optional<String>> pi4j) {
    try {
      return pi4j.get();
    } catch (LinkageError missing) {
      LOG.debug("Pi4J is not here, or needs a newer Java", missing);
      return Optional.empty();
    }
  }
}
