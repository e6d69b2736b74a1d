package io.framewire.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the archive, and what it says of the works of others. */
class ArchiveContentsTest {
  @TempDir private static Path folder;
  private static Path home;

  @BeforeAll
  static void unpack() throws IOException, InterruptedException {
    home = Archive.unpack(folder);
  }

  @Test
  void theZipHoldsTheSameFiles() throws IOException {
    Map<String, String> unpacked = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.startsWith(home)) {
          unpacked.put(folder.relativize(file).toString(), sha256(Files.readAllBytes(file)));
        }
      }
    }
    assertThat(zipped()).isEqualTo(unpacked);
  }

  private static Map<String, String> zipped() throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(Archive.file("zip").toFile())) {
      for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        try (var content = zip.getInputStream(entry)) {
          entries.put(entry.getName(), sha256(content.readAllBytes()));
        }
      }
    }
    return entries;
  }

  @Test
  void theTextsAreThereAndName() throws IOException {
    assertThat(Files.readString(home.resolve("README.txt")))
        .startsWith("Framewire " + Archive.VERSION + " for ")
        .doesNotContain("${");
    assertThat(home.resolve("LICENSE")).hasSameBinaryContentAs(Path.of("../LICENSE"));
    assertThat(home.resolve("jvm.options")).isNotEmptyFile();
    assertThat(home.resolve("bin/framewire")).isExecutable();
    assertThat(Files.readString(home.resolve("bin/framewire.cmd"))).contains("\r\n");
  }

  @Test
  void theComponentListIsOfTheJarsInLib() throws IOException {
    Map<String, String> jars = new TreeMap<>();
    for (Path jar : Archive.libraries(home)) {
      jars.put(jar.getFileName().toString(), sha256(Files.readAllBytes(jar)));
    }
    Map<String, String> listed = new TreeMap<>();
    components().forEach(each -> listed.put(each.fileName(), each.sha256()));
    assertThat(listed).isEqualTo(jars);
  }

  @Test
  void everyComponentHasALicence() throws IOException {
    assertThat(components()).allSatisfy(each -> assertThat(each.licences()).isNotEmpty());
  }

  @Test
  void theThirdPartyTextNamesEveryWorkOfOthersWithItsLicence() throws IOException {
    Map<String, Set<String>> listed = new TreeMap<>();
    for (Component each : components()) {
      if (!each.group().equals("io.framewire")) {
        listed.computeIfAbsent(each.name(), name -> new TreeSet<>()).addAll(each.licences());
      }
    }
    Map<String, String> said = thirdParties();
    assertThat(said.keySet()).as("THIRD-PARTY.txt").isEqualTo(listed.keySet());
    said.forEach((name, licence) -> assertThat(listed.get(name)).as(name).contains(licence));
  }

  /** The table in the text: a line for each component, its name and its licence. */
  private static Map<String, String> thirdParties() throws IOException {
    return Files.readAllLines(home.resolve("THIRD-PARTY.txt")).stream()
        .dropWhile(line -> !line.startsWith("component "))
        .skip(1)
        .takeWhile(line -> !line.isBlank())
        .map(line -> line.split(" +"))
        .collect(Collectors.toMap(words -> words[0], words -> words[1]));
  }

  private static List<Component> components() throws IOException {
    Map<String, Object> list = JSON.std.mapFrom(Files.readAllBytes(home.resolve("sbom.json")));
    return ((List<?>) list.get("components")).stream().map(Component::of).toList();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
