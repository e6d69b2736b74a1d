package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong is one line that names it, and an exit code. */
@Execution(ExecutionMode.CONCURRENT)
class CommandErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "send test:8x8 --pattern pairs | unknown pattern \"pairs\"",
        "send test:8x8 --to udp://localhost:5555 | no transport for udp://localhost:5555",
        "send test:8x8 --to ipc://@camera:5555 | name a file, as in ipc:///tmp/camera:5555",
        "send test:8x8 --to localhost:5555 | is not of the form tcp://HOST:PORT",
        "send test:8x8 --to tcp://localhost:99999 | with a port up to 65535",
        "send test:8x8 --to tcp://*:5555 | * and port 0 are for the end that binds",
        "send test:8x8 --timeout -1 | --timeout is -1.0",
        "send test:8x8 --frames 0 | frames is 0: use 1 or more",
        "send test:8x8 --max-message 0 | --max-message is 0: use 1 to 2047 MiB",
        "send test:8x8 --rate -3 | rate is -3.0",
        "send test:8x8 --loop -1 | loop is -1",
        "send test:8x8 --option THREAD_TIMEOUT=soon | option THREAD_TIMEOUT is",
        "send test:8x8 --option provider=gstreamer | not the one asked for, gstreamer",
        "send gopher://me:s3cret@host/ | no frame source for \"gopher://me:***@host/\"",
        "receive --show | --show needs a display",
        "receive --save /tmp --save-format gif | Invalid value for option '--save-format'",
        "receive --save /tmp --save-format jpg --save-quality 0 | --save-quality is 0",
        "receive --save /tmp --save-quality 50 | a jpg's, and frames are saved as png: add --save-format jpg",
        "receive --save-quality 50 | --save-quality is for saved frames: add --save DIR",
        "receive --save-format jpg | --save-format is for saved frames: add --save DIR",
        "send test:8x8 --loop 1 --option loop=2 | as --loop and as --option loop=2",
        "send test:8x8 --stabilize --option stabilize=false | as --stabilize and as --option stabilize=false",
        "send test:8x8 --option fps=1 --option fps=2 | --option fps is given twice",
        "send test:8x8 --pattern pub/pull | use pair (0), req/rep (1), pub/sub (2) or push/pull (3)",
        "receive --video out.wav | no video format has that ending: use .mp4",
        "send test:8x8?dtype=O | holds Python objects",
        "send test:8x8?dtype=S5 | unsupported dtype |S5",
        "send test:8x8?colour=red | has no option \"colour\"",
        "send test:0x8 | is not test:WIDTHxHEIGHT",
        "send test:8x8 --option fps | is not NAME=VALUE",
        "send test:8x8 --data 5 | add --bidirectional",
        "send test:8x8 --bidirectional --data {x | --data is not JSON",
        "send test:8x8 --bidirectional --pattern pub | bidirectional mode needs a pattern that answers",
        "send nothing:here | no frame source for \"nothing:here\"",
        "receive --http-host * | --http-host is for the page in the browser: add --http PORT",
        "send test:8x8 --http-token 12345678 | --http-token is for the page in the browser",
        "receive --http 99999 | port is 99999: use 1 to 65535, or 0 for any free one",
        "receive --http 0 --http-token short | use 8 to 128 letters",
        "receive --http 0 --http-host no.such.host.invalid | is not known: use localhost",
        "view test:8x8 --http x | Invalid value for option '--http'",
        "view | Missing required parameter: 'SOURCE'",
        "view test:8x8 --http 0 --frames 0 | --frames is 0",
        "view test:8x8 --http 0 --rate -1 | --rate is -1.0",
        "send | Missing required parameter: 'SOURCE'",
        "receive --at tcp://*:x | is not tcp://HOST:PORT",
        "receive --frobnicate | Unknown option: '--frobnicate'",
        "dance | Unmatched argument at index 0: 'dance'",
        "inspect no-such-file.bin | cannot inspect no-such-file.bin: no such file",
        "demo --frames 0 | --frames is 0"
      })
  void badUsageIsOneLineAndExitCode2(String words, String expected) {
    CliRun run = CliRun.of(words.split(" "));

    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("framewire: ").contains(expected);
    assertThat(run.exitCode()).isEqualTo(Errors.USAGE);
  }

  @Test
  void frameOverTheLimitIsRefusedBeforeItIsSent() throws Exception {
    String endpoint = FreePort.endpoint();
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--timeout", "10", "--json");
    CliRun run = CliRun.of("send", "test:1000x1000", "--to", endpoint, "--max-message", "2");

    assertThat(run.exitCode()).isEqualTo(Errors.USAGE);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("more than maxMessageBytes, 2097152", "raise it at both ends");
    assertThat(JSON.std.mapFrom(receiving.get(30, TimeUnit.SECONDS).lastLine()))
        .containsEntry("frames", 0)
        .containsEntry("ended", "terminated");
  }

  @Test
  void aFolderCannotBeInspected(@TempDir Path folder) {
    CliRun run = CliRun.of("inspect", folder.toString());

    assertThat(run.exitCode()).isEqualTo(Errors.USAGE);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("it is a folder");
  }

  @Test
  void missingFileIsASourceError() throws IOException {
    CliRun run = CliRun.of("send", "no-such-clip.mp4", "--to", FreePort.endpoint(), "--json");

    assertThat(run.exitCode()).isEqualTo(Errors.SOURCE);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("no-such-clip.mp4", "no such file");
    assertThat(JSON.std.mapFrom(run.lastLine()))
        .containsEntry("ended", "source")
        .containsEntry("frames", 0);
  }

  @Test
  void fileThatIsNoVideoIsASourceError(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("notes.mp4"), "not a video at all\n".repeat(50));
    CliRun run = CliRun.of("send", text.toString(), "--to", FreePort.endpoint());

    assertThat(run.exitCode()).isEqualTo(Errors.SOURCE);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("notes.mp4");
  }

  @Test
  void unknownHostIsNamed() {
    CliRun run = CliRun.of("send", "test:8x8", "--to", "tcp://no-such-host.invalid:5555");

    assertThat(run.exitCode()).isEqualTo(Errors.OTHER);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("cannot find host \"no-such-host.invalid\"");
  }

  @Test
  void portInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      CliRun run = CliRun.of("receive", "--at", "tcp://*:" + taken.getLocalPort());

      assertThat(run.exitCode()).isEqualTo(Errors.OTHER);
      assertThat(run.errLines()).hasSize(1);
      assertThat(run.err()).contains("cannot bind tcp://*:" + taken.getLocalPort(), "in use");
    }
  }

  @ParameterizedTest
  @CsvSource({"pair", "req", "pub", "push"})
  void missingReceiverEndsInATimeout(String pattern) throws IOException {
    String endpoint = FreePort.endpoint();
    CliRun run =
        CliRun.of(
            "send",
            "test:8x8",
            "--to",
            endpoint,
            "--pattern",
            pattern,
            "--timeout",
            "0.4",
            "--json");

    assertThat(run.exitCode()).isEqualTo(Errors.TIMEOUT);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("within 0.4 s", "nothing listens at " + endpoint);
    assertThat(JSON.std.mapFrom(run.lastLine()))
        .containsEntry("ended", "timeout")
        .containsEntry("frames", 0);
  }

  @ParameterizedTest
  @CsvSource({"pair", "rep", "sub", "pull"})
  void missingSenderEndsInATimeout(String pattern) throws IOException {
    CliRun run =
        CliRun.of(
            "receive",
            "--at",
            FreePort.endpoint(),
            "--pattern",
            pattern,
            "--timeout",
            "0.4",
            "--json");

    assertThat(run.exitCode()).isEqualTo(Errors.TIMEOUT);
    assertThat(run.err()).contains("no frame came within 0.4 s", "nobody has connected");
    assertThat(JSON.std.mapFrom(run.lastLine())).containsEntry("ended", "timeout");
  }

  @ParameterizedTest
  @CsvSource({"pair,pull", "req,pair", "pub,rep", "push,sub"})
  void wrongPatternIsAProtocolErrorThatNamesBoth(String senders, String receivers)
      throws Exception {
    String endpoint = FreePort.endpoint();
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--pattern", receivers, "--timeout", "3");
    CliRun sent =
        CliRun.of("send", "test:8x8", "--to", endpoint, "--pattern", senders, "--timeout", "3");

    assertThat(sent.exitCode()).as(sent.err()).isEqualTo(Errors.PROTOCOL);
    assertThat(sent.err()).contains("pattern " + receivers, senders);
    assertThat(receiving.get(30, TimeUnit.SECONDS).exitCode()).isEqualTo(Errors.TIMEOUT);
  }
}
