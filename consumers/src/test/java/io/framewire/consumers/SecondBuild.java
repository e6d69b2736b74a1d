package io.framewire.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * All that is published built a second time, from a copy of its sources and under other
 * circumstances, and deployed to a folder: once for all the tests, outside of their time limit.
 */
final class SecondBuild implements BeforeAllCallback {
  private static final Path HOME = Outer.TARGET.resolve("second");
  private static final Path SOURCES = HOME.resolve("framewire");
  private static final Path REPOSITORY = HOME.resolve("local-repository");
  private static final Path DEPLOYED = HOME.resolve("deployed");
  private static boolean made;

  /** The folder of its sources, in which each module has its target. */
  static Path sources() {
    return SOURCES;
  }

  /** The local repository it was installed to, and which else has what the outer build's has. */
  static Path repository() {
    return REPOSITORY;
  }

  /** Where it was deployed to. */
  static Path deployed() {
    return DEPLOYED;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
    make();
  }

  private static synchronized void make() throws IOException, InterruptedException {
    if (made) {
      return;
    }
    Folders.remove(HOME);
    copySources();
    LocalRepository.make(REPOSITORY, Outer.repository());
    Finished build = Maven.elsewhere(REPOSITORY).run(SOURCES, goals());
    assertThat(build.exitCode()).as(build.output()).isZero();
    made = true;
  }

  private static String[] goals() throws IOException {
    String modules =
        Stream.concat(
                Stream.of("framewire-parent", "framewire-bom", "framewire-dist"),
                Outer.published().stream())
            .map(":"::concat)
            .collect(Collectors.joining(","));
    List<String> goals = new ArrayList<>(List.of("deploy", "-q", "-T2", "-pl", modules));
    goals.add("-DaltDeploymentRepository=second::" + DEPLOYED.toUri());
    goals.add("-Djavacpp.platform=" + Outer.PLATFORM);
    goals.addAll(List.of("-DskipTests", "-Dspotless.check.skip", "-Denforcer.skip"));
    if (Outer.PUBLISHED) {
      goals.add("-Ppublish");
    }
    return goals.toArray(String[]::new);
  }

  private static void copySources() throws IOException {
    Files.createDirectories(SOURCES);
    for (String file : List.of("pom.xml", "LICENSE")) {
      Files.copy(Outer.ROOT.resolve(file), SOURCES.resolve(file));
    }
    for (String module : Outer.modules()) {
      copyModule(Outer.ROOT.resolve(module), SOURCES.resolve(module));
    }
    copyCommit();
  }

  /** Without tests, except where others use them. */
  private static void copyModule(Path from, Path to) throws IOException {
    boolean sharesTests = filesOf(from.resolve("target")).anyMatch(Outer::isTestJar);
    Folders.copy(
        from,
        to,
        folder ->
            !folder.equals(from.resolve("target"))
                && !folder.equals(from.resolve("projects"))
                && (sharesTests || !folder.equals(from.resolve("src/test"))));
  }

  private static Stream<Path> filesOf(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    }
  }

  /** So that the second build knows the commit, as another clone would. */
  private static void copyCommit() throws IOException {
    Path git = Outer.ROOT.resolve(".git");
    if (Files.isRegularFile(git)) {
      Files.copy(git, SOURCES.resolve(".git"));
    } else if (Files.isDirectory(git)) {
      Files.writeString(SOURCES.resolve(".git"), "gitdir: " + git + "\n");
    }
  }
}
