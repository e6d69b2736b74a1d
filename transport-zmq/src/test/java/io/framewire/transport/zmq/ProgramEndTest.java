package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.error.TransportException;
import io.framewire.spi.Transport;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a socket file when the program that bound it ends. */
class ProgramEndTest {
  private static final String NAME = "cam:5555";

  @RegisterExtension final Lab lab = new Lab();
  @TempDir Path folder;

  @Test
  void theFileGoesWithAProgramThatEndsWithoutClosing() throws Exception {
    Process program = start();
    assertThat(Files.exists(file())).as("made in the program's working directory").isTrue();
    program.getOutputStream().close();
    assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.exists(file())).isFalse();
  }

  @Test
  void theFileOfAProgramThatWasKilledGivesWayToTheNext() throws Exception {
    Process program = start();
    Transport sender = lab.sender(Pattern.PUSH_PULL, at());
    sender.send(text("to the first"), LONG);
    program.destroyForcibly();
    assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.exists(file())).isTrue();
    Transport receiver = lab.open(Lab.request(Pattern.PUSH_PULL, Role.RECEIVER, at(), true));
    await().until(() -> sender.peersLost() > 0);
    sender.send(text("to the second"), LONG);
    assertThat(receiveWord(receiver)).isEqualTo("to the second");
  }

  @Test
  void aProgramThatBindsWhileItEndsIsToldSoAndLeavesNoFile() throws Exception {
    Process program = run("late");
    program.getOutputStream().close();
    assertThat(program.inputReader().readLine())
        .isEqualTo("cannot bind ipc://" + NAME + ": the program is ending");
    assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.exists(file())).isFalse();
  }

  private Process start() throws IOException {
    Process program = run("at once");
    BufferedReader words = program.inputReader();
    assertThat(words.readLine()).isEqualTo("bound");
    return program;
  }

  private Process run(String when) throws IOException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ProgramEndTest.class.getName(),
                "ipc://" + NAME,
                when)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    lab.closeLater(program::destroyForcibly);
    return program;
  }

  /** Binds, at once or while it ends, which it does at the end of its input. */
  public static void main(String[] words) throws IOException {
    Endpoint at = Endpoint.parse(words[0]);
    if (words[1].equals("late")) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> bind(at), "test-late"));
    } else {
      bind(at);
    }
    System.in.transferTo(System.out);
  }

  private static void bind(Endpoint at) {
    try {
      new ZmqTransport(Lab.request(Pattern.PUSH_PULL, Role.RECEIVER, at, true));
      System.out.println("bound");
    } catch (TransportException failure) {
      System.out.println(failure.getMessage());
    }
  }

  private Path file() {
    return folder.resolve(NAME);
  }

  private Endpoint at() {
    return new Endpoint("ipc", file().toString());
  }
}
