package io.framewire.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferencesTest {
  @TempDir private Path folder;

  @Test
  void ofTheSameBytesThereAreNone() throws IOException {
    assertThat(Differences.between(jar("a.jar", 0, "x", "1"), jar("b.jar", 0, "x", "1"))).isEmpty();
  }

  @Test
  void namesTheEntriesThatDifferOrAreInOneOnly() throws IOException {
    assertThat(Differences.between(jar("a.jar", 0, "x", "1"), jar("b.jar", 0, "x", "2")))
        .singleElement()
        .asString()
        .endsWith("a.jar differs in [x]");
    assertThat(Differences.between(jar("c.jar", 0, "x", "1"), jar("d.jar", 0, "y", "1")))
        .singleElement()
        .asString()
        .endsWith("c.jar differs in [x, y]");
  }

  @Test
  void tellsWhenOnlyTheTimesDiffer() throws IOException {
    assertThat(Differences.between(jar("a.jar", 0, "x", "1"), jar("b.jar", 90_000_000, "x", "1")))
        .singleElement()
        .asString()
        .endsWith("a.jar differs in order, times or permissions");
  }

  @Test
  void tellsWhatIsMissing() throws IOException {
    assertThat(Differences.between(folder.resolve("none.jar"), jar("b.jar", 0, "x", "1")))
        .containsExactly(folder.resolve("none.jar") + " is not there");
  }

  private Path jar(String file, long time, String name, String content) throws IOException {
    Path jar = folder.resolve(file);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTime(1_000_000_000_000L + time);
      zip.putNextEntry(entry);
      zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return jar;
  }
}
