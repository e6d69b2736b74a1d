package io.framewire.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who builds the same sources gets the same files, to the last byte. */
@ExtendWith(SecondBuild.class)
class ReproducibleTest {
  @Test
  void aSecondBuildGivesTheSameFiles() throws IOException {
    List<Path> made = files();
    assertThat(made)
        .extracting(file -> file.getFileName().toString())
        .containsAll(Outer.published().stream().map(ReproducibleTest::jar).toList())
        .anyMatch(name -> name.endsWith(".tar.gz"))
        .anyMatch(name -> name.endsWith(".zip"))
        .contains("sbom.json");
    List<String> differences = new ArrayList<>();
    for (Path file : made) {
      Path first = Outer.ROOT.resolve(SecondBuild.sources().relativize(file));
      differences.addAll(Differences.between(first, file));
    }
    assertThat(differences)
        .as("an earlier build by another Java leaves its classes: mvn clean before this one")
        .isEmpty();
  }

  private static String jar(String artifact) {
    return artifact + "-" + Outer.VERSION + ".jar";
  }

  /** What is given out, of all modules. */
  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : Stream.concat(Stream.of("."), Outer.modules().stream()).toList()) {
      Path target = SecondBuild.sources().resolve(module).normalize().resolve("target");
      if (Files.exists(target)) {
        try (Stream<Path> made = Files.list(target)) {
          files.addAll(made.filter(ReproducibleTest::isGivenOut).toList());
        }
      }
    }
    return files;
  }

  private static boolean isGivenOut(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && Stream.of(".jar", ".zip", ".gz", ".json", ".xml").anyMatch(name::endsWith);
  }
}
