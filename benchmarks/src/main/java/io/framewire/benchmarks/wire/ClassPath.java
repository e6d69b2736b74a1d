package io.framewire.benchmarks.wire;

import io.framewire.FrameSender;
import io.framewire.benchmarks.wire.end.Main;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a user of Framewire has on the class path, and the ends; not all that this module has. */
final class ClassPath {
  private static final List<String> LIBRARIES =
      List.of("framewire-codec", "framewire-transport", "jeromq", "jnacl", "msgpack", "slf4j");
  private static final List<String> FOLDERS = List.of("codec-msgpack", "transport-zmq");

  private ClassPath() {}

  static String ofEnds() {
    List<Path> certain = List.of(location(Main.class), location(FrameSender.class));
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .filter(entry -> certain.contains(entry) || isNeeded(entry))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** By a library's name, or by the module's folder where the tests run from target/classes. */
  private static boolean isNeeded(Path entry) {
    String name = entry.getFileName().toString();
    return LIBRARIES.stream().anyMatch(name::startsWith)
        || name.equals("classes") && FOLDERS.contains(folder(entry));
  }

  private static String folder(Path classes) {
    return classes.getParent().getParent().getFileName().toString();
  }

  private static Path location(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
