package io.framewire.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import com.google.inject.Guice;
import io.framewire.FrameSender;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** A program of its own module, as the README describes it, in a JVM of its own. */
class ModulePathTest {
  private static final List<Class<?>> MODULES =
      List.of(
          Streams.class,
          FrameSender.class,
          Guice.class,
          Inject.class,
          ImmutableList.class,
          InternalFutureFailureAccess.class,
          MethodInterceptor.class,
          Logger.class);

  @TempDir Path folder;

  @Test
  void programOfItsOwnModuleStreamsWithoutAWarningOfTheJvm() throws Exception {
    compile();
    assertThat(run("-Dguice_custom_class_loading=CHILD", "-Dmsgpack.universal-buffer=true"))
        .as("it alone, so neither Guice nor msgpack made the JVM warn")
        .isEqualTo("consumer 3");
  }

  private void compile() throws Exception {
    Path sources = folder.resolve("sources");
    for (String file : List.of("module-info.java", "app/Main.java")) {
      Path copy = sources.resolve(file);
      Files.createDirectories(copy.getParent());
      try (InputStream text = getClass().getResourceAsStream("/consumer/" + file)) {
        Files.copy(text, copy);
      }
    }
    StringWriter said = new StringWriter();
    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                new PrintWriter(said),
                new PrintWriter(said),
                "-d",
                folder.resolve("classes").toString(),
                "-p",
                modulePath(),
                sources.resolve("module-info.java").toString(),
                sources.resolve("app/Main.java").toString());
    assertThat(result).as(said.toString()).isZero();
  }

  private String run(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-p",
            folder.resolve("classes") + File.pathSeparator + modulePath(),
            "-cp",
            classPath(),
            "-m",
            "consumer/app.Main"));
    return execute(command).strip();
  }

  /** The plugins, which a program does not name, and what they need. */
  private static String classPath() throws Exception {
    List<String> modules = new ArrayList<>();
    for (Class<?> member : MODULES) {
      modules.add(place(member));
    }
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !modules.contains(Path.of(entry).toString()))
        .filter(entry -> !entry.contains("test"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String modulePath() throws Exception {
    List<String> places = new ArrayList<>();
    for (Class<?> member : MODULES) {
      places.add(place(member));
    }
    return String.join(File.pathSeparator, places);
  }

  private static String place(Class<?> member) throws URISyntaxException {
    return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  private String execute(List<String> command) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(said);
  }
}
