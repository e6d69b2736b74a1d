package io.framewire.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The projects of {@code projects}, built as their owners would, once for all the tests. */
final class Projects implements BeforeAllCallback {
  private static final Path HOME = Outer.TARGET.resolve("projects");
  private static final Map<String, List<String>> PATHS =
      Map.of(
          "class-path", List.of("-cp", "target/*" + File.pathSeparator + "target/lib/*"),
          "guice", List.of("-cp", "target/*" + File.pathSeparator + "target/lib/*"),
          "module-path",
              List.of("-p", "target/module-path.jar" + File.pathSeparator + "target/lib"));
  private static boolean built;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
    build();
  }

  private static synchronized void build() throws IOException, InterruptedException {
    if (built) {
      return;
    }
    Folders.remove(HOME);
    Folders.copy(Path.of("projects"), HOME, folder -> !folder.endsWith("target"));
    Finished build = Maven.with(SecondBuild.repository()).run(HOME, "package");
    assertThat(build.exitCode()).as(build.output()).isZero();
    assertThat(build.output()).doesNotContain("[WARN", "[ERROR");
    built = true;
  }

  /** A folder of one. */
  static Path folder(String project) {
    return HOME.resolve(project);
  }

  /** What starts the program of one, in its folder. */
  static ProcessBuilder program(String project, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@jvm.options");
    command.addAll(PATHS.get(project));
    command.addAll(
        project.equals("module-path")
            ? List.of("-m", "com.example.camera/com.example.Main")
            : List.of("com.example.Main"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).directory(folder(project).toFile());
  }
}
