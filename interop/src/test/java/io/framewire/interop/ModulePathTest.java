package io.framewire.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A consumer with a plugin of its own, as a module that requires Framewire's core and no more. */
class ModulePathTest {
  private static final List<String> NEEDED =
      List.of(
          "framewire-core",
          "framewire-codec-msgpack",
          "framewire-transport-zmq",
          "jeromq",
          "jnacl",
          "msgpack-core",
          "slf4j-api");

  @TempDir private Path folder;

  @Test
  void aModuleStreamsFromItsOwnSource() throws IOException, InterruptedException {
    stream("tcp://127.0.0.1:0", List.of());
  }

  /** JeroMQ's internals closed, half open and open. */
  @ParameterizedTest
  @ValueSource(strings = {"", "zmq.io", "zmq", "zmq.io zmq"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no permissions for the socket file")
  void aModuleStreamsThroughASocketFile(String opened) throws IOException, InterruptedException {
    List<String> options =
        Stream.of(opened.split(" "))
            .filter(name -> !name.isEmpty())
            .map(name -> "--add-opens=org.zeromq.jeromq/" + name + "=io.framewire.transport.zmq")
            .toList();
    stream("ipc://" + folder.resolve("s:1"), options);
  }

  private void stream(String endpoint, List<String> options)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = modulePath() + File.pathSeparator + compile("consumer");
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(options);
    command.addAll(List.of("-p", path, "-m", "consumer/consumer.Consumer", endpoint));
    try (Child child = Child.run(command, folder, Duration.ofSeconds(30))) {
      assertThat(child.exitCode()).as(child.tail()).isZero();
      assertThat(child.tail()).contains("received 3 frames of |u1[4, 6]");
    }
  }

  private Path compile(String module) throws IOException {
    for (String file : List.of("module-info.java", "Consumer.java")) {
      try (InputStream source =
          ModulePathTest.class.getResourceAsStream("/consumer/" + file + ".txt")) {
        Files.writeString(folder.resolve(file), new String(source.readAllBytes(), UTF_8));
      }
    }
    Path classes = folder.resolve(module);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-p",
                modulePath(),
                "-d",
                classes.toString(),
                folder.resolve("module-info.java").toString(),
                folder.resolve("Consumer.java").toString());
    assertThat(result).isZero();
    return classes;
  }

  private static String modulePath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry -> NEEDED.stream().anyMatch(Path.of(entry).getFileName().toString()::startsWith))
        .filter(entry -> !entry.endsWith("-tests.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
