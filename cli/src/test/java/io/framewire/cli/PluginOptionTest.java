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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --plugin}: providers of a jar that is not on the class path. */
class PluginOptionTest {
  private static final String SOURCE_SPI = FrameSourceProvider.class.getName();

  @TempDir private Path folder;

  @Test
  void thePluginOfTheDocumentationIsListedWithItsJar() throws IOException {
    Path jar = PluginBuild.documented(folder);
    CliRun run = CliRun.of("sources", "--plugin", jar.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("waves      available (from " + jar + ")");
    assertThat(run.out()).contains("test       available\n");
  }

  @Test
  void thePluginOfTheDocumentationSendsToAReceiver() throws Exception {
    Path jar = PluginBuild.documented(folder);
    String endpoint = FreePort.endpoint();
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--json", "--timeout", "20");
    CliRun sent =
        CliRun.of(
            "send", "waves:64x48", "--plugin", jar.toString(), "--to", endpoint, "--frames", "9");
    assertThat(sent.exitCode()).as(sent.err()).isZero();
    CliRun received = receiving.get(30, TimeUnit.SECONDS);
    assertThat(JSON.std.mapFrom(received.lastLine()))
        .containsEntry("frames", 9)
        .containsEntry("dtype", "|u1")
        .containsEntry("shape", List.of(48, 64, 3));
  }

  @Test
  void thePluginIsGoneAfterTheCommand() throws IOException {
    Path jar = PluginBuild.documented(folder);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    CliRun.of("sources", "--plugin", jar.toString());
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    assertThat(CliRun.of("sources").out()).doesNotContain("waves");
    assertThat(CliRun.of("send", "waves:8x8").err()).contains("no frame source for");
  }

  @Test
  void severalPluginsAreThereTogether() throws IOException {
    Path waves = PluginBuild.documented(folder);
    Path own = own("").provides(SOURCE_SPI, "Own").jar("own.jar");
    CliRun run = CliRun.of("sources", "--plugin", waves.toString(), "--plugin", own.toString());
    assertThat(run.out())
        .contains("waves      available (from " + waves + ")")
        .contains("own        available (from " + own + ")");
  }

  @Test
  void whatTheManifestNamesIsLoadedToo() throws IOException {
    PluginBuild.documented(folder);
    Path front =
        new PluginBuild(folder.resolve("front")).classPath("../waves.jar").jar("../front.jar");
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
        own("").jar("own.jar"),
        "has no provider: name its class in META-INF/services/" + SOURCE_SPI);
  }

  @Test
  void aProviderThatIsNotThereIsNamed() throws IOException {
    refuses(own("").provides(SOURCE_SPI, "Other").jar("own.jar"), "Other: it is not in the jar");
  }

  @Test
  void aProviderOfSomethingElseIsNone() throws IOException {
    refuses(
        own("").provides("io.framewire.spi.CodecProvider", "Own").jar("own.jar"),
        "Own: it is no CodecProvider");
  }

  @Test
  void aConstructorThatFailsIsQuoted() throws IOException {
    refuses(
        own("public Own() { throw new IllegalStateException(\"no licence\"); }")
            .provides(SOURCE_SPI, "Own")
            .jar("own.jar"),
        "its constructor threw java.lang.IllegalStateException: no licence");
  }

  @Test
  void aConstructorThatIsHiddenIsMissed() throws IOException {
    refuses(
        own("private Own() {}").provides(SOURCE_SPI, "Own").jar("own.jar"),
        "it has no public constructor without arguments");
  }

  @Test
  void aClassThatCannotBeLinkedIsNamed() throws IOException {
    refuses(
        own("static { if (true) throw new IllegalStateException(); }")
            .provides(SOURCE_SPI, "Own")
            .jar("own.jar"),
        "Own: java.lang.ExceptionInInitializerError");
  }

  @Test
  void aPluginForANewerJavaSaysSo() throws IOException {
    refuses(
        own("").provides(SOURCE_SPI, "Own").ofTheFuture("Own.class").jar("own.jar"),
        "was built for a newer Java than this one, " + Runtime.version().feature());
  }

  private PluginBuild own(String body) throws IOException {
    Path place = Files.createDirectories(folder.resolve("own"));
    return new PluginBuild(place).compile("Own", PluginBuild.provider("Own", body));
  }

  private static void refuses(Path plugin, String words) {
    for (String[] command :
        new String[][] {
          {"sources", "--plugin", plugin.toString()},
          {"send", "test:8x8", "--plugin", plugin.toString()},
          {"receive", "--plugin", plugin.toString()}
        }) {
      CliRun run = CliRun.of(command);
      assertThat(run.errLines()).hasSize(1);
      assertThat(run.err()).startsWith("framewire: plugin " + plugin).contains(words);
      assertThat(run.exitCode()).isEqualTo(Errors.USAGE);
    }
  }
}
