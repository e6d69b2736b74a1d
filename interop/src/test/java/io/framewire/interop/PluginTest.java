package io.framewire.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A source of somebody's own in a jar: on the class path, and given to the command. */
class PluginTest {
  private static final String SERVICE = "META-INF/services/io.framewire.spi.FrameSourceProvider";
  private static final String CLASS = "consumer/Consumer.class";

  @TempDir private Path folder;

  @BeforeEach
  void build() throws IOException {
    Path source = folder.resolve("Consumer.java");
    try (InputStream text = getClass().getResourceAsStream("/consumer/Consumer.java.txt")) {
      Files.write(source, text.readAllBytes());
    }
    String classPath = System.getProperty("java.class.path");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null, null, null, "-cp", classPath, "-d", folder.toString(), source.toString()))
        .isZero();
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(folder.resolve("blank.jar")))) {
      jar.putNextEntry(new JarEntry(CLASS));
      jar.write(Files.readAllBytes(folder.resolve(CLASS)));
      jar.putNextEntry(new JarEntry(SERVICE));
      jar.write("consumer.Consumer\n".getBytes(UTF_8));
    }
  }

  @Test
  void streamsOnTheClassPath() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = "blank.jar" + File.pathSeparator + System.getProperty("java.class.path");
    try (Child child =
        Child.run(
            List.of(java, "-cp", path, "consumer.Consumer"), folder, Duration.ofSeconds(30))) {
      assertThat(child.exitCode()).as(child.tail()).isZero();
      assertThat(child.tail()).contains("received 3 frames of |u1[4, 6]");
    }
  }

  @Test
  @EnabledOnOs(
      value = {OS.LINUX, OS.MAC},
      disabledReason = "the launcher is a shell script")
  void isListedByTheCommandItIsGivenTo() {
    try (Launcher sources = Launcher.start(folder, "sources", "--plugin", "blank.jar")) {
      assertThat(sources.exitCode()).as(sources.tail()).isZero();
      assertThat(sources.output()).contains("blank      available (from blank.jar)");
    }
  }
}
