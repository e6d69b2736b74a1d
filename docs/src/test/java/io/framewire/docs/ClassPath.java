package io.framewire.docs;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the blocks are compiled against: the class path of the tests, without the tests. */
final class ClassPath {
  private static final Pattern CLASS = Pattern.compile("(io/framewire(?:/\\w+)*)/\\w+\\.class");

  private static final List<String> JAVA =
      List.of(
          "java.io", "java.nio", "java.nio.file", "java.time", "java.util", "java.util.concurrent");

  static final List<Path> ENTRIES = entries();
  static final String TEXT =
      ENTRIES.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));

  /**
   * What every block has imported: parts of the JDK, and all packages of ours that are exported.
   */
  static final String IMPORTS = imports(ENTRIES);

  /** The same with no packages of ours but core's. */
  static final String CORE = imports(ENTRIES.stream().filter(ClassPath::isCore).toList());

  private ClassPath() {}

  private static String imports(List<Path> entries) {
    return Stream.concat(JAVA.stream(), packages(entries).stream())
        .map(name -> "import " + name + ".*; ")
        .collect(Collectors.joining());
  }

  private static boolean isCore(Path entry) {
    return entry.endsWith("core/target/classes")
        || entry.getFileName().toString().startsWith("framewire-core");
  }

  private static Set<String> packages(List<Path> entries) {
    return entries.stream()
        .flatMap(ClassPath::classes)
        .flatMap(name -> CLASS.matcher(name).results())
        .map(found -> packageOf(found))
        .filter(name -> !name.contains(".internal") && !name.startsWith("io.framewire.cli"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String packageOf(MatchResult found) {
    return found.group(1).replace('/', '.');
  }

  private static Stream<String> classes(Path entry) {
    try {
      if (Files.isDirectory(entry)) {
        try (Stream<Path> files = Files.walk(entry)) {
          return files
              .map(file -> entry.relativize(file).toString().replace(File.separatorChar, '/'))
              .toList()
              .stream();
        }
      }
      try (JarFile jar = new JarFile(entry.toFile())) {
        return jar.stream().map(Object::toString).toList().stream();
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Path> entries() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::exists)
        .filter(entry -> !entry.endsWith("test-classes"))
        .toList();
  }
}
