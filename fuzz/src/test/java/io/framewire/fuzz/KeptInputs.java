package io.framewire.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs in the repository that once were findings, each named after what it was. */
final class KeptInputs {
  private KeptInputs() {}

  static List<Path> of(Target target) {
    if (!Files.exists(target.kept())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(target.kept())) {
      return files.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
