package io.framewire.source.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.SourceException;
import io.framewire.source.FrameSources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How yt-dlp is run, and that nothing of it is left. Stand-ins take its place. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins are shell scripts")
class YtDlpProcessTest {
  private static final String PAGE = "https://videos.example.org/page";
  private static final String HANGS = "sleep 600 & echo $! > child; wait";

  @TempDir Path folder;

  @Test
  void missingProgramIsAnErrorThatSaysHowToGetIt() {
    assertThatThrownBy(() -> YtDlp.require(PAGE, Optional.empty(), folder.toString()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("cannot open " + PAGE + ": yt-dlp is not on the PATH")
        .hasMessageContaining("pip install yt-dlp");
  }

  @Test
  void namedProgramThatIsNoneIsAnErrorThatSaysHowToGetIt() {
    assertThatThrownBy(() -> open(Map.of("yt_dlp", folder.resolve("none").toString())))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("cannot run " + folder.resolve("none"))
        .hasMessageContaining("pip install yt-dlp");
  }

  @Test
  void programIsFoundOnTheSearchPath() {
    FakeYtDlp fake = FakeYtDlp.that(folder, "exit 0");
    assertThat(YtDlp.find("::/no/such/folder:" + folder)).contains(new YtDlp(fake.program()));
  }

  @Test
  void pageCannotBeTakenForAnOption() {
    FakeYtDlp fake = FakeYtDlp.that(folder, "exit 1");
    assertThatThrownBy(() -> open(fake.options())).isInstanceOf(SourceException.class);
    assertThat(fake.arguments())
        .contains("--ignore-config", "--dump-single-json", "--no-playlist")
        .doesNotContain("--config-locations")
        .endsWith("--", PAGE);
  }

  @Test
  void settingsArriveByStandardInputAndNotOnTheCommandLine() {
    FakeYtDlp fake = FakeYtDlp.that(folder, "cat > input; exit 1");
    assertThatThrownBy(
            () -> open(with(fake, "STREAM_PARAMS", "{\"password\": \"secret\", \"proxy\": \"p\"}")))
        .isInstanceOf(SourceException.class)
        .hasMessageNotContaining("secret");
    assertThat(fake.lines("input")).containsExactlyInAnyOrder("'--password=secret'", "'--proxy=p'");
    assertThat(fake.arguments())
        .containsSequence("--config-locations", "-", "--", PAGE)
        .noneMatch(word -> word.contains("secret"));
  }

  @Test
  void settingsThatNobodyReadsDoNoHarm() {
    FakeYtDlp fake = FakeYtDlp.that(folder, "exec <&-; echo 'ERROR: deaf' >&2; exit 1");
    assertThatThrownBy(() -> open(with(fake, "STREAM_PARAMS", "{\"proxy\": \"p\"}")))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("yt-dlp says: deaf");
  }

  @Test
  void failureIsAnErrorWithTheLastLineThatItSaid() {
    FakeYtDlp fake =
        FakeYtDlp.that(
            folder, "printf 'WARNING: a\\nERROR: [site] x: Video unavailable\\n\\n' >&2; exit 1");
    assertThatThrownBy(() -> open(fake.options()))
        .isInstanceOf(SourceException.class)
        .hasMessage(
            "cannot open "
                + PAGE
                + ": yt-dlp says: [site] x: Video unavailable"
                + " (where the page is right, a newer yt-dlp may help)");
  }

  @Test
  void failureWithoutAWordIsAnErrorWithTheExitStatus() {
    FakeYtDlp fake = FakeYtDlp.that(folder, "exit 7");
    assertThatThrownBy(() -> open(fake.options()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("yt-dlp ended with exit status 7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "echo '<html>'",
        "echo '{\"id\": '",
        "echo '[]'",
        "echo null",
        "echo 7",
        "head -c 100000 /dev/zero | tr '\\0' '['"
      })
  void outputThatIsNoMetadataIsAnError(String commands) {
    FakeYtDlp fake = FakeYtDlp.that(folder, commands);
    assertThatThrownBy(() -> open(fake.options()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("is no metadata of a video: check that it is yt-dlp");
  }

  @Test
  void outputWithoutEndIsAnErrorAndEndsIt() {
    FakeYtDlp fake = FakeYtDlp.that(folder, "yes 0123456789012345678901234567890123456789");
    assertThatThrownBy(() -> open(fake.options()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("wrote more than 16 MB");
    fake.awaitEndOf("process");
  }

  @Test
  void messagesWithoutEndAreAnErrorAfterTheTimeLimit() {
    FakeYtDlp fake = FakeYtDlp.that(folder, "yes WARNING >&2");
    assertThatThrownBy(() -> open(with(fake, "yt_dlp_timeout", "0.5")))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("found nothing within 0.5 s");
    fake.awaitEndOf("process");
  }

  @Test
  void hangingIsAnErrorAfterTheTimeLimitAndLeavesNothing() {
    FakeYtDlp fake = FakeYtDlp.that(folder, HANGS);
    assertThatThrownBy(() -> open(with(fake, "yt_dlp_timeout", "0.5")))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("found nothing within 0.5 s: check the connection")
        .hasMessageContaining("yt_dlp_timeout");
    fake.awaitEndOf("process");
    fake.awaitEndOf("child");
  }

  /** Whoever still holds its output must not hold us. */
  @Test
  void whatItLeavesRunningIsNotWaitedFor() {
    FakeYtDlp fake =
        FakeYtDlp.that(folder, "sleep 600 & echo $! > child; echo ERROR: gone >&2; exit 1");
    long start = System.nanoTime();
    assertThatThrownBy(() -> open(fake.options())).hasMessageContaining("yt-dlp says: gone");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    fake.end("child");
  }

  @Test
  void interruptEndsItAtOnceAndLeavesNothing() throws Exception {
    FakeYtDlp fake = FakeYtDlp.that(folder, HANGS);
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread opening =
        new Thread(
            () -> {
              try {
                open(fake.options());
              } catch (SourceException failure) {
                outcome.complete(failure);
              }
              outcome.complete(new AssertionError("opened"));
            },
            "opening");
    opening.start();
    fake.awaitFile("child");
    opening.interrupt();
    assertThat(outcome.get(20, TimeUnit.SECONDS))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("the thread was interrupted");
    fake.awaitEndOf("process");
    fake.awaitEndOf("child");
  }

  @Test
  void itDoesNotOutliveThisProgram() throws Exception {
    FakeYtDlp fake = FakeYtDlp.that(folder, HANGS);
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Opening.class.getName(),
                fake.program().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    try {
      fake.awaitFile("child");
      program.destroy();
      assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
      fake.awaitEndOf("process");
      fake.awaitEndOf("child");
    } finally {
      program.destroyForcibly();
    }
  }

  /** Opens a page with the program it is told. */
  static final class Opening {
    private Opening() {}

    public static void main(String[] args) {
      FrameSources.open(PAGE, Map.of("stream_mode", "true", "yt_dlp", args[0])).close();
    }
  }

  private static Map<String, String> with(FakeYtDlp fake, String option, String value) {
    Map<String, String> options = new HashMap<>(fake.options());
    options.put(option, value);
    return options;
  }

  private static void open(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("stream_mode", "true");
    FrameSources.open(PAGE, all).close();
  }
}
