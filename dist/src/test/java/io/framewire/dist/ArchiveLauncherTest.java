package io.framewire.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive where somebody without Maven has unpacked it. */
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "the launcher is a shell script")
class ArchiveLauncherTest {
  private static final String VERSION_LINE = "framewire " + Archive.VERSION;

  @TempDir private static Path folder;
  private static Path launcher;

  @BeforeAll
  static void unpackBelowAFolderWithASpace() throws IOException, InterruptedException {
    launcher = Archive.unpack(folder.resolve("my programs")).resolve("bin/framewire");
  }

  @Test
  void saysItsVersionAndCommitWithoutMaven() throws Exception {
    try (Program version = Machine.withJava(folder).start(launcher, "--version")) {
      assertThat(version.exitCode()).as(version.errors()).isZero();
      assertThat(version.output()).singleElement().asString().startsWith(VERSION_LINE);
      assertThat(version.errors()).isEmpty();
    }
  }

  @Test
  void startsThroughALink() throws Exception {
    Path links = Files.createDirectory(folder.resolve("links"));
    Path first = Files.createSymbolicLink(links.resolve("first"), launcher);
    Path second = Files.createSymbolicLink(links.resolve("second"), first.getFileName());
    try (Program version = Machine.withJava(folder).start(second, "--version")) {
      assertThat(version.exitCode()).as(version.errors()).isZero();
      assertThat(version.output()).singleElement().asString().startsWith(VERSION_LINE);
    }
  }

  @Test
  void takesJavaHomeWhereNoJavaIsOnThePath() throws Exception {
    Path home = Path.of(System.getProperty("java.home"));
    Machine machine = Machine.withoutJava(folder).withJavaHome(home);
    try (Program version = machine.start(launcher, "--version")) {
      assertThat(version.exitCode()).as(version.errors()).isZero();
    }
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    try (Program version = Machine.withoutJava(folder).start(launcher, "--version")) {
      assertThat(version.exitCode()).isEqualTo(1);
      assertThat(version.errors())
          .startsWith("framewire: there is no java: install Java 17 or later")
          .hasLineCount(1);
    }
  }

  @Test
  void saysThatJavaHomeIsNone() throws Exception {
    Machine machine = Machine.withJava(folder).withJavaHome(folder);
    try (Program version = machine.start(launcher, "--version")) {
      assertThat(version.exitCode()).isEqualTo(1);
      assertThat(version.errors()).startsWith("framewire: there is no " + folder + "/bin/java:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.2", "1.8.0_392", "16"})
  void refusesAJavaThatSaysItIsOlder(String version) throws Exception {
    Machine machine = Machine.withoutJava(folder).withStandIn(version);
    try (Program refused = machine.start(launcher, "--version")) {
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.errors())
          .startsWith("framewire: java is too old, Java 17 or later is needed")
          .hasLineCount(1);
    }
  }

  @Test
  void refusesAnOlderJdkWithoutStartingIt() throws Exception {
    Machine machine = Machine.withJava(folder);
    machine.withJavaHome(machine.jdk("11.0.2"));
    try (Program refused = machine.start(launcher, "--version")) {
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.errors()).contains("jdk-11.0.2/bin/java is too old").hasLineCount(1);
    }
  }

  @Test
  void listsSourcesNativeCodeIncluded() throws Exception {
    try (Program sources = Machine.withJava(folder).start(launcher, "sources")) {
      assertThat(sources.exitCode()).as(sources.errors()).isZero();
      assertThat(sources.output())
          .anyMatch(line -> line.startsWith("test"))
          .anyMatch(line -> line.matches("ffmpeg +available"))
          .anyMatch(line -> line.matches("opencv +available"));
      assertThat(sources.errors()).isEmpty();
    }
  }

  @Test
  void streamsFromOneProcessToAnother() throws Exception {
    String endpoint = "tcp://127.0.0.1:" + freePort();
    Machine machine = Machine.withJava(folder);
    try (Program receive = machine.start(launcher, words("receive", "--at", endpoint));
        Program send =
            machine.start(launcher, words("send", "test:64x48?fps=0", "--to", endpoint))) {
      assertThat(send.exitCode()).as(send.errors()).isZero();
      assertThat(receive.exitCode()).as(receive.errors()).isZero();
      Map<String, Object> sent = json(send);
      assertThat(sent).containsEntry("frames", 20).containsEntry("ended", "frames");
      assertThat(json(receive))
          .containsEntry("frames", 20)
          .containsEntry("ended", "terminated")
          .containsEntry("crc32", sent.get("crc32"));
      assertThat(receive.errors()).isEmpty();
    }
  }

  private static String[] words(String... first) {
    boolean sends = first[0].equals("send");
    List<String> words = new ArrayList<>(List.of(first));
    words.addAll(List.of("--json", "--digest", "--quiet"));
    words.addAll(sends ? List.of("--frames", "20") : List.of());
    return words.toArray(String[]::new);
  }

  private static Map<String, Object> json(Program program) throws IOException {
    List<String> output = program.output();
    return JSON.std.mapFrom(output.get(output.size() - 1));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
