package io.framewire.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The build that these tests are part of. */
final class Outer {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path TARGET = Path.of("target").toAbsolutePath();
  static final String VERSION = property("outer.version");
  static final String PLATFORM = property("outer.platform");
  static final boolean PUBLISHED = Boolean.parseBoolean(property("outer.published"));

  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(framewire-[^<]+)<");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)<");

  private Outer() {}

  /** The Maven that runs it. */
  static Path maven() {
    return Path.of(property("outer.maven"), "bin", "mvn");
  }

  /** Its local repository. */
  static Path repository() {
    return Path.of(property("outer.repository"));
  }

  /** The user's settings, if there are any. */
  static Optional<Path> settings() {
    return Optional.of(Path.of(property("outer.settings"))).filter(Files::exists);
  }

  /** The folders of its modules. */
  static List<String> modules() throws IOException {
    return found(MODULE, ROOT.resolve("pom.xml"));
  }

  /** The artifacts that the BOM names. */
  static List<String> published() throws IOException {
    return found(ARTIFACT, ROOT.resolve("bom/pom.xml")).stream()
        .filter(artifact -> !artifact.equals("framewire-bom"))
        .toList();
  }

  /** Whether others use the tests of the module that this is a file of. */
  static boolean isTestJar(Path file) {
    return file.getFileName().toString().endsWith("-" + VERSION + "-tests.jar");
  }

  private static List<String> found(Pattern pattern, Path file) throws IOException {
    return pattern.matcher(Files.readString(file)).results().map(Outer::first).toList();
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }

  private static String property(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .orElseThrow(() -> new IllegalStateException("run this by Maven, which sets " + name));
  }
}
