package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamCommandsTest {
  private final String endpoint = FreePort.endpoint();

  @ParameterizedTest
  @CsvSource({"pair,0", "req,rep", "pub,SUB", "3,pull"})
  void bothEndsAgreeOnEveryFrame(String senderWord, String receiverWord) throws Exception {
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--pattern", receiverWord, "--json", "--digest");
    CliRun sent =
        CliRun.of(
            "send",
            "test:64x48?fps=200",
            "--to",
            endpoint,
            "--pattern",
            senderWord,
            "--frames",
            "20",
            "--json",
            "--digest");
    CliRun received = receiving.get(30, TimeUnit.SECONDS);

    assertThat(sent.err()).isEmpty();
    assertThat(received.err()).isEmpty();
    Map<String, Object> sender = JSON.std.mapFrom(sent.lastLine());
    Map<String, Object> receiver = JSON.std.mapFrom(received.lastLine());
    assertThat(sender).containsEntry("frames", 20).containsEntry("ended", "frames");
    assertThat(receiver)
        .containsEntry("frames", 20)
        .containsEntry("bytes", 20 * 64 * 48 * 3)
        .containsEntry("shape", List.of(48, 64, 3))
        .containsEntry("dtype", "|u1")
        .containsEntry("ended", "terminated");
    if (sender.get("dropped").equals(0)) {
      assertThat(receiver.get("crc32")).isEqualTo(sender.get("crc32"));
    }
    assertThat(sent.exitCode()).isZero();
    assertThat(received.exitCode()).isZero();
  }

  @Test
  void dataGoesBothWaysInBidirectionalMode() throws Exception {
    CompletableFuture<CliRun> receiving =
        CliRun.start(
            "receive", "--at", endpoint, "--bidirectional", "--data", "{\"speed\": 7}", "--json");
    CliRun sent =
        CliRun.of(
            "send",
            "test:32x32?fps=0",
            "--to",
            endpoint,
            "--frames",
            "5",
            "--bidirectional",
            "--data",
            "[1, \"two\"]",
            "--json");
    CliRun received = receiving.get(30, TimeUnit.SECONDS);

    assertThat(JSON.std.mapFrom(sent.lastLine())).containsEntry("last_data", Map.of("speed", 7));
    assertThat(JSON.std.mapFrom(received.lastLine())).containsEntry("last_data", List.of(1, "two"));
  }

  @Test
  void bidirectionalModeAtOneEndOnlyIsAProtocolErrorAtBoth() throws Exception {
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--bidirectional");
    CliRun sent = CliRun.of("send", "test:32x32", "--to", endpoint, "--frames", "5");
    CliRun received = receiving.get(30, TimeUnit.SECONDS);

    assertThat(sent.exitCode()).isEqualTo(Errors.PROTOCOL);
    assertThat(sent.err()).contains("on at the receiver but off here");
    assertThat(received.exitCode()).isEqualTo(Errors.PROTOCOL);
    assertThat(received.err()).contains("off at the sender");
  }

  @Test
  void receiverStopsAfterTheFramesAskedFor() throws Exception {
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--frames", "3", "--json", "--quiet");
    CliRun sent =
        CliRun.of("send", "test:32x32?fps=50", "--to", endpoint, "--timeout", "2", "--json");
    Map<String, Object> received = JSON.std.mapFrom(receiving.get(30, TimeUnit.SECONDS).lastLine());

    assertThat(received).containsEntry("frames", 3).containsEntry("ended", "frames");
    assertThat(sent.exitCode()).isEqualTo(Errors.TIMEOUT);
    assertThat(JSON.std.mapFrom(sent.lastLine())).containsEntry("ended", "timeout");
  }

  @Test
  void turnedRoundTheSenderBindsAndTheReceiverConnects() throws Exception {
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--connect", "--at", endpoint, "--json");
    CliRun sent =
        CliRun.of(
            "send", "test:32x32?fps=0", "--bind", "--to", endpoint, "--frames", "4", "--quiet");

    assertThat(sent.exitCode()).isZero();
    assertThat(JSON.std.mapFrom(receiving.get(30, TimeUnit.SECONDS).lastLine()))
        .containsEntry("frames", 4);
  }

  @Test
  void savesEveryFrameAsAPicture(@TempDir Path folder) throws Exception {
    Path pictures = folder.resolve("new/pictures");
    CompletableFuture<CliRun> receiving =
        CliRun.start(
            "receive", "--at", endpoint, "--save", pictures.toString(), "--json", "--digest");
    CliRun.of("send", "test:33x17?fps=0", "--to", endpoint, "--frames", "3");
    Object crc = JSON.std.mapFrom(receiving.get(30, TimeUnit.SECONDS).lastLine()).get("crc32");

    List<Path> saved = sorted(pictures);
    assertThat(saved)
        .extracting(file -> file.getFileName().toString())
        .hasSize(3)
        .allMatch(name -> name.matches("00000[0-2]_\\d{8}T\\d{6}\\.\\d{3}Z\\.png"));
    for (int number = 0; number < 3; number++) {
      Files.move(saved.get(number), pictures.resolve(number + ".png"));
    }
    assertThat(JSON.std.mapFrom(digestOf(pictures.resolve("%d.png").toString())))
        .containsEntry("crc32", crc);
  }

  @Test
  void savesJpegsWhereTheyAreAskedFor(@TempDir Path pictures) throws Exception {
    CompletableFuture<CliRun> receiving =
        CliRun.start(
            "receive",
            "--at",
            endpoint,
            "--save",
            pictures.toString(),
            "--save-format",
            "jpg",
            "--save-quality",
            "40");
    CliRun.of("send", "test:33x17?fps=0", "--to", endpoint, "--frames", "2");
    assertThat(receiving.get(30, TimeUnit.SECONDS).exitCode()).isZero();
    assertThat(sorted(pictures)).hasSize(2).allMatch(file -> file.toString().endsWith(".jpg"));
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void playsASourceThatEndsAsOftenAsItIsTold(@TempDir Path folder) throws Exception {
    CompletableFuture<CliRun> saving =
        CliRun.start("receive", "--at", endpoint, "--video", folder.resolve("a.mp4").toString());
    CliRun.of("send", "test:64x48?fps=0", "--to", endpoint, "--frames", "4");
    assertThat(saving.get(30, TimeUnit.SECONDS).exitCode()).isZero();

    CompletableFuture<CliRun> receiving = CliRun.start("receive", "--at", endpoint, "--json");
    CliRun sent =
        CliRun.of(
            "send",
            folder.resolve("a.mp4").toString(),
            "--loop",
            "3",
            "--option",
            "THREADED_QUEUE_MODE=true",
            "--to",
            endpoint,
            "--json");
    assertThat(sent.err()).isEmpty();
    assertThat(JSON.std.mapFrom(sent.lastLine())).containsEntry("source_reconnects", 0);
    assertThat(JSON.std.mapFrom(receiving.get(30, TimeUnit.SECONDS).lastLine()))
        .containsEntry("frames", 12)
        .containsEntry("ended", "terminated");
  }

  @Test
  void recordsFramesAsAVideo(@TempDir Path folder) throws Exception {
    Path video = folder.resolve("out.mp4");
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--video", video.toString());
    CliRun.of("send", "test:64x48?fps=0", "--to", endpoint, "--frames", "12");
    assertThat(receiving.get(30, TimeUnit.SECONDS).exitCode()).isZero();

    assertThat(Files.size(video)).isPositive();
    assertThat(JSON.std.mapFrom(digestOf(video.toString()))).containsEntry("frames", 12);
  }

  @Test
  void rateLimitsWhatIsSent() throws Exception {
    CompletableFuture<CliRun> receiving = CliRun.start("receive", "--at", endpoint, "--json");
    long begun = System.nanoTime();
    CliRun.of("send", "test:32x32?fps=0", "--to", endpoint, "--frames", "21", "--rate", "100");

    // the 21st frame is due 20 periods after the first, so this can only be late
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(200));
    assertThat(JSON.std.mapFrom(receiving.get(30, TimeUnit.SECONDS).lastLine()))
        .containsEntry("frames", 21);
  }

  @Test
  void digestCoversTheFramesThatWereSentAndNoOthers() throws Exception {
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--frames", "7", "--json", "--digest");
    CliRun sent =
        CliRun.of(
            "send", "test:32x32?fps=0", "--to", endpoint, "--timeout", "1", "--json", "--digest");
    Map<String, Object> received = JSON.std.mapFrom(receiving.get(30, TimeUnit.SECONDS).lastLine());

    assertThat(received).containsEntry("frames", 7);
    assertThat(JSON.std.mapFrom(sent.lastLine()))
        .containsEntry("frames", 7)
        .containsEntry("crc32", received.get("crc32"));
  }

  private static String digestOf(String source) throws Exception {
    String endpoint = FreePort.endpoint();
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--json", "--digest");
    CliRun sent = CliRun.of("send", source, "--to", endpoint);
    assertThat(sent.err()).isEmpty();
    return receiving.get(30, TimeUnit.SECONDS).lastLine();
  }
}
