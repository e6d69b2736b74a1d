package io.framewire.dist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A module that the BOM names, as this build has packaged it. */
record PublishedModule(String artifact, Path jar) {
  /** All that the BOM names; each has to be on this module's class path. */
  static List<PublishedModule> all() throws IOException {
    return Pom.read(Path.of("../bom/pom.xml")).texts("//dependency/artifactId").stream()
        .map(PublishedModule::onClassPath)
        .toList();
  }

  private static PublishedModule onClassPath(String artifact) {
    String name = artifact + "-" + Archive.VERSION + ".jar";
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> entry.endsWith(name))
        .findFirst()
        .map(jar -> new PublishedModule(artifact, jar))
        .orElseThrow(
            () ->
                new AssertionError(
                    artifact + " is in bom/pom.xml: add it to dist/pom.xml with the scope test"));
  }

  /** The jar beside the main one. */
  Path attached(String classifier) {
    return jar.resolveSibling(artifact + "-" + Archive.VERSION + "-" + classifier + ".jar");
  }

  /** The folder of its sources. */
  Path folder() {
    return jar.getParent().getParent();
  }

  /** Where its tests are compiled to, and their classes. */
  Set<String> testClasses() throws IOException {
    Path folder = jar.resolveSibling("test-classes");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The files in a jar. */
  static Set<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The text of a file in a jar. */
  static String text(Path jar, String entry) throws IOException {
    try (JarFile file = new JarFile(jar.toFile());
        var content = file.getInputStream(file.getEntry(entry))) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  @Override
  public String toString() {
    return artifact;
  }
}
