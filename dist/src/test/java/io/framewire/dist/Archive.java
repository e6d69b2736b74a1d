package io.framewire.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The archive that the build made. */
final class Archive {
  static final String VERSION = System.getProperty("dist.version");
  static final String NAME = "framewire-" + VERSION;

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private Archive() {}

  /** Its file of a format. */
  static Path file(String extension) {
    String platform = System.getProperty("dist.platform");
    return TARGET.resolve(NAME + "-" + platform + "." + extension);
  }

  /** Unpacks it as people do; the folder that it makes. */
  static Path unpack(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try (Program tar =
        Program.start(
            folder,
            Map.of("PATH", System.getenv("PATH")),
            List.of("tar", "-xzf", file("tar.gz").toString()))) {
      assertThat(tar.exitCode()).as(tar.errors()).isZero();
    }
    return folder.resolve(NAME);
  }

  /** The jars in a folder that it was unpacked to. */
  static List<Path> libraries(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
