package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raspberry Pi cameras from the command line, with the stand-in for rpicam-vid on the PATH. */
class PiCameraCommandsTest {
  private static final int LEVEL = 90;

  @TempDir Path folder;

  @Test
  void sourcesListsTheCamerasThereAre() throws Exception {
    installStandIn();
    assertThat(run("sources"))
        .contains("picamera   available")
        .contains("picamera:0 imx708_wide 4608x2592 10-bit RGGB: 1536x864 SRGGB10_CSI2P at 120.13")
        .contains("picamera:1 imx219 3280x2464 10-bit RGGB");
  }

  @Test
  void sourcesSaysHowToGetAMissingTool() throws Exception {
    assertThat(run("sources"))
        .contains("picamera   unavailable: rpicam-vid is not on the PATH")
        .contains("sudo apt install rpicam-apps");
  }

  @Test
  void sendWithoutTheToolSaysThatAndNoMore() throws Exception {
    assertThat(run("send", "picamera:0"))
        .startsWith(
            "framewire: cannot open \"picamera:0\" here: picamera: rpicam-vid is not on the PATH")
        .doesNotContain("framewire-source-opencv")
        .endsWith("exit 5");
  }

  @Test
  void sendSendsItsFrames() throws Exception {
    installStandIn();
    String endpoint = FreePort.endpoint();
    CompletableFuture<CliRun> receiver =
        CliRun.start("receive", "--at", endpoint, "--frames", "5", "--json");
    String said =
        run(
            "send",
            "picamera:0?width=128&height=64&hflip=true",
            "--option",
            "controls={\"Brightness\": 0.25}",
            "--frames",
            "5",
            "--to",
            endpoint);
    CliRun received = receiver.get(30, TimeUnit.SECONDS);
    assertThat(received.exitCode()).as(received.err() + said).isZero();
    assertThat(received.lastLine()).contains("\"frames\":5").contains("\"shape\":[64,128,3]");
    assertThat(Files.readString(folder.resolve("started")))
        .contains("--hflip")
        .contains("--brightness 0.25");
  }

  @Test
  void sendSaysWhatIsWrongInOneLine() throws Exception {
    installStandIn();
    Files.writeString(folder.resolve("behaviour"), "mode=busy");
    assertThat(run("send", "picamera:0?width=128&height=64"))
        .startsWith("framewire: camera 0 failed to initialise: camera 0 is held by another program")
        .endsWith("exit 5");
    assertThat(run("send", "picamera:0?width=127&height=64"))
        .startsWith("framewire: option width of the camera is \"127\": use an even number")
        .endsWith("exit 2");
  }

  /** The command does not bring it. */
  @Test
  void pinsWithoutPi4jAreRefusedWithWhatToAdd() throws Exception {
    installStandIn();
    assertThat(run("send", "picamera:0?light=17"))
        .contains("the options light and trigger need Pi4J: add com.pi4j:pi4j-core")
        .endsWith("exit 2");
  }

  private String run(String... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dmsgpack.universal-buffer=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .merge("PATH", folder.toString(), (old, own) -> own + File.pathSeparator + old);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said.strip() + (process.exitValue() == 0 ? "" : " exit " + process.exitValue());
  }

  private void installStandIn() throws IOException {
    copy("rpicam-vid");
    copy("cameras");
    Files.writeString(folder.resolve("behaviour"), "");
    byte[] frame = new byte[128 * 64 * 3 / 2];
    Arrays.fill(frame, (byte) LEVEL);
    Files.write(folder.resolve("frame0.yuv"), frame);
    assertThat(folder.resolve("rpicam-vid").toFile().setExecutable(true)).isTrue();
  }

  private void copy(String name) {
    try (InputStream from = Main.class.getResourceAsStream("/stand-in/" + name)) {
      Files.copy(from, folder.resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
