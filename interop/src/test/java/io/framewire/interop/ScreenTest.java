package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.cli.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source {@code screen:} on a real X server, whose screen nobody sees. */
@NeedsProgram(value = "Xvfb", debianPackage = "xvfb")
class ScreenTest {
  private static final Duration LIMIT = Duration.ofSeconds(40);

  @TempDir private Path folder;
  private VirtualScreen screen;
  private String display;

  @BeforeEach
  void startServer() throws IOException, InterruptedException {
    screen = VirtualScreen.start(folder);
    display = screen.setting();
  }

  @AfterEach
  void stopServer() {
    screen.close();
  }

  @Test
  void windowThatIsShownIsSeenOnTheScreenAndOnAPartOfIt() throws IOException, InterruptedException {
    assertThat(
            run(
                ScreenWatcher.class,
                "screen:?fps=50",
                "screen:0?x=30&y=10&width=61&height=51",
                "screen:1"))
        .containsSubsequence(
            "size 320x200 at 50.0 live true seen at 40,30 in Frame |u1[200, 320, 3]",
            "size 61x51 at 30.0 live true seen at 10,20 in Frame |u1[51, 61, 3]",
            "cannot open screen:1: there is only screen:0");
  }

  @Test
  void listOfSourcesNamesTheScreens() throws IOException, InterruptedException {
    assertThat(run(Main.class, "sources")).containsPattern("screen +available\\s+screen:0 320x200");
  }

  @Test
  void displayThatDoesNotAnswerIsSaidToBeOneAndHidesNoOtherSource()
      throws IOException, InterruptedException {
    display = "DISPLAY=:4095";
    assertThat(run(Main.class, "sources"))
        .containsPattern(
            "screen +available\\s+cannot open a screen: the display cannot be reached: check DISPLAY")
        .containsPattern("yt-dlp +available");
  }

  private String run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("env", display));
    command.addAll(JavaProgram.command(main, List.of(arguments)));
    try (Child program = Child.run(command, folder, LIMIT)) {
      return program.tail();
    }
  }
}
