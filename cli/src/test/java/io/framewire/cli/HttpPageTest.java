package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.jr.ob.JSON;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The page in the browser, as the commands have it. */
class HttpPageTest {
  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String endpoint = FreePort.endpoint();
  private final int port = URI.create(FreePort.endpoint()).getPort();

  @Test
  void bothEndsShowTheirFramesAndFigures() throws Exception {
    int sendersPort = URI.create(FreePort.endpoint()).getPort();
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--http", String.valueOf(port), "--quiet");
    CompletableFuture<CliRun> sending =
        CliRun.start(
            ("send test:64x48?fps=50 --to " + endpoint + " --frames 400 --http " + sendersPort)
                .split(" "));
    await().atMost(Duration.ofSeconds(20)).until(() -> frames(port) > 10);
    assertThat(only(port))
        .containsEntry("name", "received")
        .containsEntry("kind", "receiver")
        .containsEntry("state", "connected")
        .containsEntry("shape", List.of(48, 64, 3));
    await().until(() -> frames(sendersPort) > 10);
    assertThat(only(sendersPort)).containsEntry("name", "sent").containsEntry("kind", "sender");
    byte[] picture = get(port, "/streams/received/picture").body();
    assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(64);

    List<String> metrics = text(port, "/metrics").lines().toList();
    assertThat(sample(metrics, "framewire_frames_total{")).isGreaterThan(10);
    assertThat(sample(metrics, "framewire_transferred_bytes_total{"))
        .isGreaterThan(10 * 64 * 48 * 3);
    assertThat(metrics)
        .allMatch(
            line ->
                line.startsWith("# HELP framewire_")
                    || line.startsWith("# TYPE framewire_")
                    || line.matches(
                        "framewire_[a-z_0-9]+\\{[^}]*stream=\"received\"[^}]*} [-+.0-9E]+"));
    CliRun sent = sending.get(30, TimeUnit.SECONDS);
    CliRun received = receiving.get(30, TimeUnit.SECONDS);
    assertThat(sent.exitCode()).isZero();
    assertThat(received.exitCode()).isZero();
    assertThat(received.err().strip())
        .isEqualTo("framewire: open http://127.0.0.1:" + port + "/ in a browser");
    assertThat(sent.out()).startsWith("sent 400 frames");
  }

  @Test
  void oneCommandShowsSourcesSideBySide() throws Exception {
    CompletableFuture<CliRun> viewing =
        CliRun.start(
            "view",
            "test:64x48?fps=100",
            "test:32x32?fps=0",
            "test:32x32?fps=0",
            "--http",
            String.valueOf(port),
            "--frames",
            "60");
    await().atMost(Duration.ofSeconds(20)).until(() -> streams(port).size() == 3);
    assertThat(streams(port))
        .extracting("name")
        .containsExactly("test:64x48?fps=100", "test:32x32?fps=0", "3 test:32x32?fps=0");
    await().until(() -> "live".equals(streams(port).get(0).get("state")));
    assertThat(streams(port).get(0)).containsEntry("kind", "source").containsEntry("dropped", 0);
    assertThat(viewing.get(30, TimeUnit.SECONDS).exitCode()).isZero();
  }

  @Test
  void sourcesOfOneNameHaveAPlaceEach() throws Exception {
    Path one = clip("one");
    Path other = clip("other");
    CompletableFuture<CliRun> viewing =
        CliRun.start(
            "view", one.toString(), other.toString(), "--http", "" + port, "--frames", "60");
    await().atMost(Duration.ofSeconds(20)).until(() -> streams(port).size() == 2);
    assertThat(streams(port)).extracting("name").containsExactly("clip.png", "2 clip.png");
    assertThat(viewing.get(30, TimeUnit.SECONDS).exitCode()).isZero();
  }

  private Path clip(String name) throws IOException {
    Path file = Files.createDirectory(folder.resolve(name)).resolve("clip.png");
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR), "png", file.toFile());
    return file;
  }

  @Test
  void namesAreCutWhereTheyCanBeRead() {
    assertThat(ViewCommand.name("x".repeat(58) + "\ud83d\ude80".repeat(9)))
        .isEqualTo("x".repeat(58) + "?…");
    assertThat(ViewCommand.name("two\nlines")).isEqualTo("two?lines");
    assertThat(ViewCommand.name("rtsp://me:secret@camera/")).doesNotContain("secret");
  }

  @Test
  void aSourceThatBreaksIsNamedWhileTheOthersGoOn() throws Exception {
    Path plugin =
        new PluginBuild()
            .compile(
                folder,
                "Own",
                PluginBuild.provider("Own", "")
                    .replace(
                        "java.util.Optional.empty()",
                        "{ throw new io.framewire.error.SourceException(\"the lens fell off\"); }"))
            .provides("io.framewire.spi.FrameSourceProvider", "Own")
            .jar(folder.resolve("own.jar"));
    CommandLine line = Main.commandLine();
    StringWriter err = new StringWriter();
    line.getSubcommands().get("view").setErr(new PrintWriter(err, true));
    String words = "view test:8x8?fps=50 own:x --http 0 --plugin " + plugin;
    Thread command = new Thread(() -> line.execute(words.split(" ")), "test-view");
    command.start();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> err.toString().contains("the lens fell off"));
    assertThat(command.isAlive()).isTrue();
    command.interrupt();
    command.join(20_000);
    assertThat(command.isAlive()).isFalse();
  }

  @Test
  void aSourceThatIsNoneEndsViewWithItsExitCode() {
    CliRun run = CliRun.of("view", "test:8x8", "no-such-file.mp4", "--http", "0");
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.errLines().get(1)).contains("no-such-file.mp4");
    assertThat(run.exitCode()).isIn(Errors.SOURCE, Errors.USAGE);
  }

  @Test
  void aPortThatIsTakenIsSaidBeforeAnythingElse() throws IOException {
    Path pictures = folder.resolve("pictures");
    try (ServerSocket taken = new ServerSocket(0)) {
      String takenPort = String.valueOf(taken.getLocalPort());
      CliRun run =
          CliRun.of(
              "receive", "--at", endpoint, "--save", pictures.toString(), "--http", takenPort);
      assertThat(run.errLines()).hasSize(1);
      assertThat(run.err())
          .contains("cannot serve the page at")
          .contains("port " + takenPort)
          .contains("or 0 for any free one");
      assertThat(run.exitCode()).isEqualTo(Errors.OTHER);
    }
    assertThat(pictures).doesNotExist();
  }

  @Test
  void aTokenMayBeInAFileThatOthersCannotRead() throws IOException {
    Path file = Files.writeString(folder.resolve("page.txt"), "--http 0 --http-token of-my-own");
    CliRun run = CliRun.of("view", "test:8x8?fps=100", "--frames", "2", "@" + file);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("/?token=of-my-own in a browser");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "0.0.0.0"})
  void aTokenIsMadeUpWhereOtherMachinesReachThePage(String host) {
    CliRun run =
        CliRun.of("view", "test:8x8?fps=100", "--http", "0", "--http-host", host, "--frames", "2");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .matches(
            "(?s)framewire: open http://localhost:\\d+/\\?token=[A-Za-z0-9_-]{24} in a browser,"
                + " elsewhere with this machine's name or address for localhost\\R");
  }

  private long frames(int at) throws Exception {
    return streams(at).stream()
        .map(stream -> ((Number) stream.get("frames")).longValue())
        .findFirst()
        .orElse(0L);
  }

  private Map<String, Object> only(int at) throws Exception {
    assertThat(streams(at)).hasSize(1);
    return streams(at).get(0);
  }

  /** Empty while the page is not there yet. */
  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> streams(int at) throws Exception {
    Optional<String> json;
    try {
      json = Optional.of(text(at, "/api/streams"));
    } catch (IOException notYet) {
      json = Optional.empty();
    }
    return json.isEmpty()
        ? List.of()
        : (List<Map<String, Object>>) JSON.std.mapFrom(json.get()).get("streams");
  }

  private String text(int at, String path) throws Exception {
    return new String(get(at, path).body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(int at, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
            .timeout(Duration.ofSeconds(20))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static double sample(List<String> metrics, String beginning) {
    String line =
        metrics.stream().filter(one -> one.startsWith(beginning)).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }
}
