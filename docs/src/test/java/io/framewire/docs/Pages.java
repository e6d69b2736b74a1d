package io.framewire.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's pages: at its root, in docs, and the README of a module. */
final class Pages {
  static final Path ROOT = root();

  private Pages() {}

  static List<Page> all() {
    return Stream.concat(
            Stream.of(ROOT, ROOT.resolve("docs")).flatMap(Pages::markdown),
            list(ROOT).map(folder -> folder.resolve("README.md")).filter(Files::isRegularFile))
        .distinct()
        .map(Pages::page)
        .toList();
  }

  /** Every source file of what is built for users. */
  static List<Path> sources() {
    return list(ROOT)
        .map(module -> module.resolve("src/main/java"))
        .filter(Files::isDirectory)
        .flatMap(Pages::javaFiles)
        .toList();
  }

  /** What may have a message for users: the sources, and the scripts that start Framewire. */
  static List<Path> speaking() {
    return Stream.concat(
            sources().stream(), Stream.of("cli/start.sh", "cli/build.sh").map(ROOT::resolve))
        .toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Page page(Path file) {
    return new Page(ROOT.relativize(file).toString().replace('\\', '/'), read(file));
  }

  private static Stream<Path> markdown(Path folder) {
    return list(folder).filter(file -> file.toString().endsWith(".md"));
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("framewire"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
