package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class EncryptedStreamTest {
  private final String endpoint = FreePort.endpoint();
  @TempDir private Path folder;

  @BeforeEach
  void makeKeys() throws IOException {
    for (String name : new String[] {"hub", "camera", "stranger"}) {
      assertThat(keygen(name).exitCode()).isZero();
    }
    Files.createDirectory(folder.resolve("clients"));
    Files.copy(folder.resolve("camera.key"), folder.resolve("clients/camera.key"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "2", "3"})
  void streamsBetweenEndsThatKnowEachOther(String pattern) throws Exception {
    CompletableFuture<CliRun> receiving =
        start(
            "receive --at %s --pattern %s --json --key hub.key_secret --clients clients", pattern);
    CliRun sent =
        run(
            "send test:64x48?fps=100 --to %s --pattern %s --frames 5 --json --key camera.key_secret"
                + " --server-key hub.key",
            pattern);

    assertThat(sent.err()).isEmpty();
    assertThat(sent.exitCode()).isZero();
    CliRun received = receiving.get(30, TimeUnit.SECONDS);
    assertThat(received.err()).isEmpty();
    assertThat(JSON.std.mapFrom(received.lastLine()))
        .containsEntry("frames", 5)
        .containsEntry("ended", "terminated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pair", "1", "3"})
  void anUnknownClientIsAProtocolErrorThatSaysWhatToCopyWhere(String pattern) throws Exception {
    CompletableFuture<CliRun> receiving =
        start(
            "receive --at %s --pattern %s --timeout 2 --key hub.key_secret --clients clients",
            pattern);
    CliRun sent =
        run(
            "send test:8x8 --to %s --pattern %s --frames 1 --timeout 10 --key stranger.key_secret"
                + " --server-key hub.key",
            pattern);

    assertThat(sent.err()).contains("does not know this end's key: copy its NAME.key");
    assertThat(sent.exitCode()).isEqualTo(Errors.PROTOCOL);
    CliRun received = receiving.get(30, TimeUnit.SECONDS);
    assertThat(received.exitCode()).isEqualTo(Errors.TIMEOUT);
    assertThat(received.err()).contains("a client of the unknown key");
  }

  @Test
  void theWrongServersKeyIsAProtocolError() throws Exception {
    CompletableFuture<CliRun> receiving =
        start("receive --at %s --timeout 2 --key hub.key_secret --clients clients");
    CliRun sent =
        run("send test:8x8 --to %s --timeout 10 --key camera.key_secret --server-key stranger.key");

    assertThat(sent.err()).contains("has other keys than this end knows it by");
    assertThat(sent.exitCode()).isEqualTo(Errors.PROTOCOL);
    assertThat(receiving.get(30, TimeUnit.SECONDS).err())
        .contains("a peer with another key for this server was refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "2", "3"})
  void aPlainSenderToAnEncryptedReceiverIsAProtocolError(String pattern) throws Exception {
    CompletableFuture<CliRun> receiving =
        start(
            "receive --at %s --pattern %s --timeout 2 --key hub.key_secret --clients clients",
            pattern);
    CliRun sent = run("send test:8x8 --to %s --pattern %s --timeout 10", pattern);

    assertThat(sent.err()).contains("is encrypted with CURVE: give this end keys");
    assertThat(sent.exitCode()).isEqualTo(Errors.PROTOCOL);
    assertThat(receiving.get(30, TimeUnit.SECONDS).exitCode()).isEqualTo(Errors.TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "2", "3"})
  void anEncryptedSenderToAPlainReceiverIsAProtocolError(String pattern) throws Exception {
    CompletableFuture<CliRun> receiving =
        start("receive --at %s --pattern %s --timeout 2", pattern);
    CliRun sent =
        run(
            "send test:8x8 --to %s --pattern %s --timeout 10 --key camera.key_secret"
                + " --server-key hub.key",
            pattern);

    assertThat(sent.err()).contains("is not encrypted: give it keys");
    assertThat(sent.exitCode()).isEqualTo(Errors.PROTOCOL);
    assertThat(receiving.get(30, TimeUnit.SECONDS).exitCode()).isEqualTo(Errors.TIMEOUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--key hub.key_secret | add --clients DIR at the server, or --server-key FILE at a client",
        "--clients clients | --clients needs this end's own keys, too: add --key",
        "--server-key hub.key | --server-key needs this end's own keys, too: add --key",
        "--key hub.key_secret --clients clients --server-key hub.key | leave one out",
        "--key none.key_secret --clients clients | there is no certificate",
        "--key clients --clients clients | is a folder",
        "--key hub.key --clients clients | has no secret key: name this end's own NAME.key_secret",
        "--key hub.key_secret --clients nowhere | there is no folder",
        "--key camera.key_secret --server-key none.key | there is no certificate"
      })
  void wrongKeyOptionsAreBadUsage(String options, String expected) {
    CliRun sent = run("send test:8x8 --to %s --timeout 1 " + options);

    assertThat(sent.errLines()).hasSize(1);
    assertThat(sent.err()).startsWith("framewire: ").contains(expected);
    assertThat(sent.exitCode()).isEqualTo(Errors.USAGE);
  }

  @Test
  void keygenSaysWhatEachFileIsForAndReplacesNoneUnasked() throws IOException {
    CliRun first = keygen("new");
    assertThat(first.out())
        .contains("new.key_secret  secret: stays here, for --key")
        .contains("new.key  public: copy it to the other end")
        .contains("--clients", "--server-key");
    String before = Files.readString(folder.resolve("new.key_secret"));

    CliRun second = keygen("new");
    assertThat(second.exitCode()).isEqualTo(Errors.USAGE);
    assertThat(second.err()).contains("new.key exists");
    assertThat(folder.resolve("new.key_secret")).hasContent(before);

    assertThat(CliRun.of("keygen", "new", "--dir", folder.toString(), "--force").exitCode())
        .isZero();
    assertThat(Files.readString(folder.resolve("new.key_secret"))).isNotEqualTo(before);
  }

  private CliRun keygen(String name) {
    return CliRun.of("keygen", name, "--dir", folder.toString());
  }

  private CliRun run(String words, Object... values) {
    return CliRun.of(inFolder(words, values));
  }

  private CompletableFuture<CliRun> start(String words, Object... values) {
    return CliRun.start(inFolder(words, values));
  }

  /**
   * With the endpoint as the first value, and files that are named without a folder in this one.
   */
  private String[] inFolder(String words, Object... values) {
    Object[] all = Stream.concat(Stream.of(endpoint), Stream.of(values)).toArray();
    return Stream.of(words.formatted(all).split(" "))
        .map(word -> word.matches(".+\\.key(_secret)?|clients|nowhere") ? file(word) : word)
        .toArray(String[]::new);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
