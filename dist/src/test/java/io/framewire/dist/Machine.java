package io.framewire.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A user's computer: what is on the PATH there, which Java, and no Maven. */
final class Machine {
  private static final List<String> TOOLS = List.of("sh", "dirname", "readlink", "sed");

  private final Path tools;
  private final Map<String, String> environment = new HashMap<>();

  private Machine(Path tools) {
    this.tools = tools;
    environment.put("PATH", tools.toString());
    environment.put("HOME", System.getProperty("user.home"));
  }

  /** One without any Java. */
  static Machine withoutJava(Path folder) throws IOException {
    Path tools = Files.createTempDirectory(folder, "tools");
    for (String tool : TOOLS) {
      Files.createSymbolicLink(tools.resolve(tool), onPath(tool));
    }
    return new Machine(tools);
  }

  /** One with the Java that runs this. */
  static Machine withJava(Path folder) throws IOException {
    Machine machine = withoutJava(folder);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.createSymbolicLink(machine.tools.resolve("java"), java);
    return machine;
  }

  /** The same with a Java that only says its version. */
  Machine withStandIn(String version) throws IOException {
    script(tools.resolve("java"), "echo 'openjdk version \"" + version + "\" 2019-01-15' >&2");
    return this;
  }

  /** The same with JAVA_HOME. */
  Machine withJavaHome(Path home) {
    environment.put("JAVA_HOME", home.toString());
    return this;
  }

  /** Makes the folder of a JDK that must not be started. */
  Path jdk(String version) throws IOException {
    Path home = Files.createDirectories(tools.resolve("jdk-" + version));
    Files.createDirectories(home.resolve("bin"));
    script(home.resolve("bin/java"), "echo started >&2; exit 99");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** Starts a command in a folder of its own. */
  Program start(Path program, String... words) throws IOException {
    Path folder = Files.createTempDirectory(tools, "work");
    List<String> command = Stream.concat(Stream.of(program.toString()), Stream.of(words)).toList();
    return Program.start(folder, environment, command);
  }

  private static void script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + tool + " on the PATH"));
  }
}
