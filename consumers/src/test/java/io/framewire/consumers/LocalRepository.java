package io.framewire.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A local repository that has all of another one by links, but for Framewire's artifacts: what the
 * user has of those does not count, and what the tests install is not left there.
 */
final class LocalRepository {
  private LocalRepository() {}

  static Path make(Path folder, Path other) throws IOException {
    if (!Files.isDirectory(other)) {
      throw new IOException(
          "no local repository at " + other + ": give -Dmaven.repo.local as an absolute path");
    }
    Files.createDirectories(folder.resolve("io/framewire"));
    link(folder, other, "io");
    link(folder.resolve("io"), other.resolve("io"), "framewire");
    return folder;
  }

  private static void link(Path folder, Path other, String butFor) throws IOException {
    if (!Files.isDirectory(other)) {
      return;
    }
    try (Stream<Path> entries = Files.list(other)) {
      for (Path entry : entries.toList()) {
        if (!entry.endsWith(butFor)) {
          Files.createSymbolicLink(folder.resolve(entry.getFileName()), entry);
        }
      }
    }
  }
}
