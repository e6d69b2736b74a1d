package io.framewire.consumers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs Maven as the outer build does, but with a local repository of its own. */
final class Maven {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final List<String> SHELL = List.of("sh", "-c", "umask \"$0\"; exec \"$@\"");

  private final Path repository;
  private final Map<String, String> environment;
  private final String umask;

  private Maven(Path repository, Map<String, String> environment, String umask) {
    this.repository = repository;
    this.environment = environment;
    this.umask = umask;
  }

  /** With the environment that this has. */
  static Maven with(Path repository) {
    return new Maven(repository, Map.of("MAVEN_OPTS", quick(inherited())), "022");
  }

  /** In another country, as another user with other habits. */
  static Maven elsewhere(Path repository) {
    String options =
        " -Duser.language=ja -Duser.country=JP -Duser.timezone=Asia/Kathmandu -Duser.name=akiko";
    return new Maven(
        repository,
        Map.of("MAVEN_OPTS", quick(inherited()) + options, "TZ", "Asia/Kathmandu"),
        "002");
  }

  /** Its life is too short for the slow compiler to pay off. */
  private static String quick(String options) {
    return (options + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC").strip();
  }

  private static String inherited() {
    return System.getenv().getOrDefault("MAVEN_OPTS", "");
  }

  /** Runs goals in a folder to their end; what it says also stays in a file beside that. */
  Finished run(Path folder, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(SHELL);
    command.addAll(List.of(umask, Outer.maven().toString(), "-B", "-ntp"));
    command.add("-Dmaven.repo.local=" + repository);
    Outer.settings().ifPresent(file -> command.addAll(List.of("-s", file.toString())));
    command.addAll(List.of(words));
    Path log =
        folder.resolveSibling(folder.getFileName() + "-" + words[0].replaceAll(":.*", "") + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return Finished.of(builder.redirectErrorStream(true), log, LIMIT);
  }
}
