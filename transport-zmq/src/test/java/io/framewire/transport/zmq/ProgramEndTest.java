package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

  private Process start() throws IOException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ProgramEndTest.class.getName(),
                "ipc://" + NAME)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    lab.closeLater(program::destroyForcibly);
    BufferedReader words = program.inputReader();
    assertThat(words.readLine()).isEqualTo("bound");
    return program;
  }

  /** Binds, and ends at the end of its input. */
  public static void main(String[] endpoint) throws IOException {
    Endpoint at = Endpoint.parse(endpoint[0]);
    new ZmqTransport(Lab.request(Pattern.PUSH_PULL, Role.RECEIVER, at, true));
    System.out.println("bound");
    System.in.transferTo(System.out);
  }

  private Path file() {
    return folder.resolve(NAME);
  }

  private Endpoint at() {
    return new Endpoint("ipc", file().toString());
  }
}
