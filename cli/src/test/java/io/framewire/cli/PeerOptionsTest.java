package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line offers for a peer that vanishes, lags or lies. */
class PeerOptionsTest {
  private final String endpoint = FreePort.endpoint();

  @Test
  void aSenderGoesOnWithAReceiverThatComesBack() throws Exception {
    CompletableFuture<CliRun> sending =
        CliRun.start(
            "send",
            "test:32x32?fps=100",
            "--to",
            endpoint,
            "--frames",
            "60",
            "--reconnect",
            "--json");
    CliRun first = CliRun.of("receive", "--at", endpoint, "--frames", "5", "--json");
    CliRun second = CliRun.of("receive", "--at", endpoint, "--json");
    CliRun sent = sending.get(30, TimeUnit.SECONDS);

    assertThat(first.exitCode()).isZero();
    assertThat(second.exitCode()).isZero();
    assertThat(sent.exitCode()).isZero();
    Map<String, Object> sender = JSON.std.mapFrom(sent.lastLine());
    assertThat(sender).containsEntry("frames", 60).containsEntry("ended", "frames");
    assertThat((Integer) JSON.std.mapFrom(second.lastLine()).get("frames")).isGreaterThan(50);
    assertThat(sent.err()).contains("has gone; waiting for it to come back").contains(" again");
  }

  @Test
  void withoutReconnectTheSenderEndsInTheTimeout() throws Exception {
    CompletableFuture<CliRun> sending =
        CliRun.start("send", "test:32x32?fps=100", "--to", endpoint, "--timeout", "1", "--json");
    CliRun.of("receive", "--at", endpoint, "--frames", "5");
    CliRun sent = sending.get(30, TimeUnit.SECONDS);

    assertThat(sent.exitCode()).isEqualTo(Errors.TIMEOUT);
    assertThat(JSON.std.mapFrom(sent.lastLine())).containsEntry("ended", "timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pair", "req", "push"})
  void aReceiverOfTheLatestFrameDropsAndCountsTheRest(String pattern, @TempDir Path to)
      throws Exception {
    CompletableFuture<CliRun> receiving =
        CliRun.start(
            "receive",
            "--at",
            endpoint,
            "--pattern",
            pattern,
            "--latest",
            "--save",
            to.toString(),
            "--json");
    CliRun sent =
        CliRun.of(
            "send",
            "test:320x240?fps=0",
            "--to",
            endpoint,
            "--pattern",
            pattern,
            "--frames",
            "300",
            "--json");
    Map<String, Object> receiver = JSON.std.mapFrom(receiving.get(30, TimeUnit.SECONDS).lastLine());

    assertThat(sent.exitCode()).isZero();
    assertThat(receiver).containsEntry("ended", "terminated");
    int handed = (Integer) receiver.get("frames");
    assertThat(handed).isBetween(1, 300);
    assertThat(handed + (Integer) receiver.get("dropped")).isEqualTo(300);
  }

  @Test
  void skipsAndCountsWhatIsNoMessage() throws Exception {
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--pattern", "pull", "--skip-bad", "--json");
    sayNonsense();
    CliRun sent =
        CliRun.of("send", "test:32x32?fps=0", "--to", endpoint, "--pattern", "3", "--frames", "7");
    Map<String, Object> receiver = JSON.std.mapFrom(receiving.get(30, TimeUnit.SECONDS).lastLine());

    assertThat(sent.exitCode()).isZero();
    assertThat(receiver)
        .containsEntry("frames", 7)
        .containsEntry("skipped", 1)
        .containsEntry("ended", "terminated");
  }

  @Test
  void withoutItTheFirstBadMessageIsAProtocolError() throws Exception {
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--pattern", "pull", "--json");
    sayNonsense();
    CliRun received = receiving.get(30, TimeUnit.SECONDS);

    assertThat(received.exitCode()).isEqualTo(Errors.PROTOCOL);
    assertThat(JSON.std.mapFrom(received.lastLine())).containsEntry("ended", "protocol");
  }

  @Test
  void streamsOverASocketFile(@TempDir Path folder) throws Exception {
    String file = "ipc://" + folder.resolve("cam:5555");
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", file, "--socket-file", "rw-rw----", "--json", "--digest");
    CliRun sent =
        CliRun.of("send", "test:64x48?fps=0", "--to", file, "--frames", "20", "--json", "--digest");
    Map<String, Object> receiver = JSON.std.mapFrom(receiving.get(30, TimeUnit.SECONDS).lastLine());

    assertThat(sent.err()).isEmpty();
    assertThat(receiver).containsEntry("frames", 20).containsEntry("ended", "terminated");
    assertThat(receiver.get("crc32")).isEqualTo(JSON.std.mapFrom(sent.lastLine()).get("crc32"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nullIsNoData() throws Exception {
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--bidirectional", "--data", "null", "--json");
    CliRun sent =
        CliRun.of(
            "send",
            "test:32x32?fps=0",
            "--to",
            endpoint,
            "--frames",
            "2",
            "--bidirectional",
            "--data",
            "null",
            "--json");

    assertThat(sent.exitCode()).isZero();
    assertThat(JSON.std.mapFrom(sent.lastLine())).containsEntry("last_data", null);
    assertThat(JSON.std.mapFrom(receiving.get(30, TimeUnit.SECONDS).lastLine()))
        .containsEntry("frames", 2)
        .containsEntry("last_data", null);
  }

  @Test
  void refusesWhatCannotBe() {
    assertRefused("--heartbeat is -1.0", "receive", "--heartbeat", "-1");
    assertRefused("heartbeat is PT0.01S", "receive", "--heartbeat", "0.01");
    assertRefused("socketFile is \"0600\"", "receive", "--socket-file", "0600");
    assertRefused("add --data", "send", "test:32x32", "--bidirectional");
    assertRefused("add --bidirectional", "receive", "--data", "1");
  }

  private static void assertRefused(String words, String... command) {
    CliRun run = CliRun.of(command);
    assertThat(run.exitCode()).as(String.join(" ", command)).isEqualTo(Errors.USAGE);
    assertThat(run.err()).contains(words);
  }

  /** A ZeroMQ peer by hand: greeting, READY as a PUSH socket, and one part that is no message. */
  private void sayNonsense() throws IOException {
    byte[] greeting = new byte[64];
    greeting[0] = (byte) 0xff;
    greeting[9] = 0x7f;
    greeting[10] = 3;
    System.arraycopy("NULL".getBytes(), 0, greeting, 12, 4);
    byte[] ready = "\4\31\5READY\13Socket-Type\0\0\0\4PUSH".getBytes();
    ready[1] = (byte) (ready.length - 2);
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(greeting);
      socket.getInputStream().readNBytes(64);
      out.write(ready);
      out.write(new byte[] {0, 3, 'b', 'a', 'd'});
      out.flush();
      // the other side's READY shows that ours was taken, and with it what followed
      socket.getInputStream().readNBytes(2);
      socket.shutdownOutput();
      socket.setSoTimeout(10_000);
      socket.getInputStream().readAllBytes();
    }
  }

  private Socket connect() throws IOException {
    int port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try {
        return new Socket("127.0.0.1", port);
      } catch (IOException notYet) {
        if (System.nanoTime() > deadline) {
          throw notYet;
        }
        Thread.onSpinWait();
      }
    }
  }
}
