package io.framewire.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deployment brings into the world. */
@ExtendWith(SecondBuild.class)
class DeployedTest {
  @Test
  void onlyWhatTheBomNamesIsDeployedWithItAndTheParent() throws IOException {
    Set<String> expected = new TreeSet<>(Outer.published());
    expected.addAll(Set.of("framewire-bom", "framewire-parent"));
    assertThat(deployed()).isEqualTo(expected);
  }

  @Test
  void eachHasAPomThatIsTheSourcesAndAJarThatWasBuilt() throws IOException {
    for (String artifact : deployed()) {
      Path module = module(artifact);
      assertThat(file(artifact, ".pom")).hasSameBinaryContentAs(module.resolve("pom.xml"));
      if (Outer.published().contains(artifact)) {
        assertThat(file(artifact, ".jar"))
            .hasSameBinaryContentAs(
                module.resolve("target/" + artifact + "-" + Outer.VERSION + ".jar"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"site", "scm", "issues"})
  void anAddressThatNobodyHasSetIsNotPublished(String unset)
      throws IOException, InterruptedException {
    List<String> goal =
        new ArrayList<>(List.of("enforcer:enforce@real-addresses", "-q", "-N", "-Ppublish"));
    for (String address : List.of("site", "scm", "issues")) {
      String host = address.equals(unset) ? "framewire.invalid" : "example.org";
      goal.add("-Dframewire." + address + "=https://" + host + "/framewire");
    }
    Finished refused =
        Maven.with(SecondBuild.repository())
            .run(SecondBuild.sources(), goal.toArray(String[]::new));
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.output()).contains("Set framewire.site, .scm and .issues in pom.xml");
  }

  private static Set<String> deployed() throws IOException {
    try (Stream<Path> folders = Files.list(SecondBuild.deployed().resolve("io/framewire"))) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The main file of a kind, which has a time in its name where the version is a snapshot. */
  private static Path file(String artifact, String kind) throws IOException {
    Path folder =
        SecondBuild.deployed().resolve("io/framewire").resolve(artifact).resolve(Outer.VERSION);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*[-.]\\d+" + kind.replace(".", "\\.")))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + kind + " in " + folder));
    }
  }

  private static Path module(String artifact) throws IOException {
    if (artifact.equals("framewire-parent")) {
      return SecondBuild.sources();
    }
    for (String module : Outer.modules()) {
      Path folder = SecondBuild.sources().resolve(module);
      if (artifactOf(folder).equals(artifact)) {
        return folder;
      }
    }
    throw new AssertionError("no module is " + artifact);
  }

  private static String artifactOf(Path folder) throws IOException {
    String pom =
        Files.readString(folder.resolve("pom.xml")).replaceFirst("(?s)<parent>.*?</parent>", "");
    return pom.replaceFirst("(?s).*?<artifactId>([^<]+)<.*", "$1");
  }
}
