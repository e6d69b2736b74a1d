package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.spi.FrameSourceProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --plugin}: providers of a jar that is not on the class path. */
class PluginOptionTest {
  private static final String SOURCE_SPI = FrameSourceProvider.class.getName();

  @TempDir private static Path shared;
  private static Path waves;
  private static PluginBuild plain;

  @TempDir private Path folder;

  @BeforeAll
  static void compile() throws IOException {
    waves = PluginBuild.documented(shared);
    plain = new PluginBuild().compile(shared, "Own", PluginBuild.provider("Own", ""));
  }

  @Test
  void thePluginOfTheDocumentationIsListedWithItsJar() {
    CliRun run = CliRun.of("sources", "--plugin", waves.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("waves      available (from " + waves + ")");
    assertThat(run.out()).contains("test       available\n");
  }

  @Test
  void thePluginOfTheDocumentationSendsToAReceiver() throws Exception {
    String endpoint = FreePort.endpoint();
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--json", "--timeout", "20");
    CliRun sent =
        CliRun.of(
            "send", "waves:64x48", "--plugin", waves.toString(), "--to", endpoint, "--frames", "9");
    assertThat(sent.exitCode()).as(sent.err()).isZero();
    CliRun received = receiving.get(30, TimeUnit.SECONDS);
    assertThat(JSON.std.mapFrom(received.lastLine()))
        .containsEntry("frames", 9)
        .containsEntry("dtype", "|u1")
        .containsEntry("shape", List.of(48, 64, 3));
  }

  @Test
  void thePluginOfTheDocumentationIsShownInTheBrowser() {
    CliRun run =
        CliRun.of(
            "view", "waves:8x8", "--plugin", waves.toString(), "--http", "0", "--frames", "3");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("open http://127.0.0.1:");
  }

  @Test
  void thePluginIsGoneAfterTheCommand() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    CliRun.of("sources", "--plugin", waves.toString());
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    assertThat(CliRun.of("sources").out()).doesNotContain("waves");
    assertThat(CliRun.of("send", "waves:8x8").err()).contains("no frame source for");
  }

  @Test
  void severalPluginsAreThereTogether() throws IOException {
    Path own = plain.copy().provides(SOURCE_SPI, "Own").jar(folder.resolve("own.jar"));
    CliRun run = CliRun.of("sources", "--plugin", waves.toString(), "--plugin", own.toString());
    assertThat(run.out())
        .contains("waves      available (from " + waves + ")")
        .contains("own        available (from " + own + ")");
  }

  @Test
  void whatTheManifestNamesIsLoadedToo() throws IOException {
    Path front =
        new PluginBuild().classPath(waves.toUri().toString()).jar(folder.resolve("front.jar"));
    CliRun run = CliRun.of("sources", "--plugin", front.toString());
    assertThat(run.out()).as(run.err()).contains("waves      available (from " + front + ")");
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    refuses(folder.resolve("none.jar"), "does not exist: check the path");
  }

  @Test
  void aFolderIsNoPlugin() {
    refuses(folder, "is a directory: name the jar in it");
  }

  @Test
  void whatIsNoJarIsNoPlugin() throws IOException {
    refuses(Files.writeString(folder.resolve("plugin.txt"), "words"), "is not a jar");
  }

  @Test
  void aJarWithoutAProviderSaysWhereToNameIt() throws IOException {
    refuses(
        plain.copy().jar(folder.resolve("own.jar")),
        "has no provider: name its class in META-INF/services/" + SOURCE_SPI);
  }

  @Test
  void aProviderThatIsNotThereIsNamed() throws IOException {
    refuses(
        plain.copy().provides(SOURCE_SPI, "Other").jar(folder.resolve("own.jar")),
        "Other: it is not in the jar");
  }

  @Test
  void aProviderOfSomethingElseIsNone() throws IOException {
    refuses(
        plain
            .copy()
            .provides("io.framewire.spi.CodecProvider", "Own")
            .jar(folder.resolve("own.jar")),
        "Own: it is no CodecProvider");
  }

  @Test
  void aConstructorThatFailsIsQuoted() throws IOException {
    refuses(
        own("public Own() { throw new IllegalStateException(\"no licence\"); }")
            .provides(SOURCE_SPI, "Own")
            .jar(folder.resolve("own.jar")),
        "its constructor threw java.lang.IllegalStateException: no licence");
  }

  @Test
  void aConstructorThatIsHiddenIsMissed() throws IOException {
    refuses(
        own("private Own() {}").provides(SOURCE_SPI, "Own").jar(folder.resolve("own.jar")),
        "it has no public constructor without arguments");
  }

  @Test
  void aClassThatCannotBeLinkedIsNamed() throws IOException {
    refuses(
        own("static { if (true) throw new IllegalStateException(); }")
            .provides(SOURCE_SPI, "Own")
            .jar(folder.resolve("own.jar")),
        "Own: java.lang.ExceptionInInitializerError");
  }

  @Test
  void aPluginForANewerJavaSaysSo() throws IOException {
    refuses(
        plain
            .copy()
            .provides(SOURCE_SPI, "Own")
            .ofTheFuture("Own.class")
            .jar(folder.resolve("own.jar")),
        "was built for a newer Java than this one, " + Runtime.version().feature());
  }

  private PluginBuild own(String body) throws IOException {
    return new PluginBuild().compile(folder, "Own", PluginBuild.provider("Own", body));
  }

  private static void refuses(Path plugin, String words) {
    for (String[] command :
        new String[][] {
          {"sources", "--plugin", plugin.toString()},
          {"send", "test:8x8", "--plugin", plugin.toString()},
          {"receive", "--plugin", plugin.toString()},
          {"view", "test:8x8", "--plugin", plugin.toString()}
        }) {
      CliRun run = CliRun.of(command);
      assertThat(run.errLines()).hasSize(1);
      assertThat(run.err()).startsWith("framewire: plugin " + plugin).contains(words);
      assertThat(run.exitCode()).isEqualTo(Errors.USAGE);
    }
  }
}
