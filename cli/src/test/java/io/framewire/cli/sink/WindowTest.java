package io.framewire.cli.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a display without a screen, where the machine has one to start. */
class WindowTest {
  private static final Path XVFB = Path.of("/usr/bin/Xvfb");

  @TempDir private Path folder;
  private Process display;

  @AfterEach
  void stopTheDisplay() throws InterruptedException {
    if (display != null) {
      display.destroy();
      display.waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void showsTheNewestFrameAndEndsTheStreamWhenItIsClosed() throws Exception {
    assumeTrue(Files.isExecutable(XVFB), "needs Xvfb");
    assumeTrue(canShow(), "needs a Java that can show windows");
    assertThat(run(ShownWindow.class.getName(), startDisplay()))
        .contains("red true", "closed true", "lent 0");
  }

  @Test
  void saysThatADisplayIsNotThere() throws Exception {
    assumeTrue(canShow(), "needs a Java that can show windows");
    assertThat(run(ShownWindow.class.getName(), ":4711"))
        .anyMatch(line -> line.contains("ConfigurationException: --show needs a display"));
  }

  private static boolean canShow() {
    return Files.exists(Path.of(System.getProperty("java.home"), "lib", "libawt_xawt.so"));
  }

  private String startDisplay() throws IOException {
    display =
        new ProcessBuilder(XVFB.toString(), "-displayfd", "1", "-screen", "0", "640x480x24")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader number = display.inputReader(StandardCharsets.UTF_8);
    return ":" + number.readLine();
  }

  private List<String> run(String program, String where) throws Exception {
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Djava.awt.headless=false",
                "-cp",
                System.getProperty("java.class.path"),
                program)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("DISPLAY", where);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
      return Files.readAllLines(output);
    } finally {
      process.destroyForcibly();
    }
  }
}
