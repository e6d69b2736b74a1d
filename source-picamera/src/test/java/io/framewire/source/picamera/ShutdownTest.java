package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.framewire.frame.FramePool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutdownTest {
  /** SIGINT 2 s, SIGTERM and SIGKILL 1 s each, and something for the machine's load. */
  private static final Duration BOUND = Duration.ofSeconds(6);

  @TempDir Path folder;

  @AfterEach
  void nothingIsLeft() {
    Leftovers.requireNone();
  }

  @Test
  void toolIsAskedWithAnInterruptFirst() throws IOException {
    assumeFalse(interruptsAreIgnored(), "a shell that starts with SIGINT ignored cannot trap it");
    StandIn standIn = new StandIn(folder);
    standIn.camera().open().close();
    assertThat(standIn.signals()).containsExactly("INT");
  }

  @Test
  void toolThatIgnoresInterruptsIsTerminated() {
    closes(new StandIn(folder).behaves("signals=ignore-interrupt"), Duration.ofSeconds(2));
  }

  @Test
  void toolThatIgnoresEverySignalIsKilledWithinTheBound() {
    closes(new StandIn(folder).behaves("signals=ignore"), Duration.ofSeconds(3));
  }

  @Test
  void outputsAreDrainedWhileTheToolIsEnded() {
    assumeFalse(interruptsAreIgnored(), "a shell that starts with SIGINT ignored cannot trap it");
    // a shell only looks at signals between commands: it must get its pictures out first
    Layout large = new Layout(1920, 1080, 1920);
    StandIn standIn =
        new StandIn(folder).behaves("mode=flood period=0").frames(Yuv.grey(large, 50));
    PiCameraSource camera = standIn.camera().size(1920, 1080).open();
    camera.close();
    assertThat(standIn.signals()).containsExactly("INT");
  }

  @Test
  void scriptAroundTheToolLeavesNoToolBehind() throws IOException {
    StandIn standIn = new StandIn(folder);
    Path script = folder.resolve("script");
    Files.writeString(script, "#!/bin/sh\n\"$(dirname \"$0\")/rpicam-vid\" \"$@\"\nexit 0\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    standIn.camera().tool(script).open().close();
  }

  @Test
  void closeEndsAReadThatIsWaiting() throws Exception {
    StandIn standIn = new StandIn(folder).behaves("mode=frozen before=1");
    PiCameraSource camera = standIn.camera().timeout(Duration.ofSeconds(9)).open();
    Reading.level(camera);
    CompletableFuture<Boolean> reading =
        CompletableFuture.supplyAsync(() -> camera.read(FramePool.unpooled()).isEmpty());
    camera.close();
    assertThat(reading.get(5, TimeUnit.SECONDS)).isTrue();
    camera.close();
    assertThat(camera.read(FramePool.unpooled())).isEmpty();
  }

  @Test
  void interruptedThreadClosesAllTheSame() {
    PiCameraSource camera = new StandIn(folder).camera().open();
    Thread.currentThread().interrupt();
    camera.close();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void failedOpeningLeavesNothing() {
    StandIn standIn = new StandIn(folder).behaves("mode=busy");
    for (int count = 0; count < 3; count++) {
      assertThat(catchOpening(standIn)).isNotNull();
    }
  }

  /** A tool that froze notices nothing of its reader's end by itself. */
  @Test
  void toolDoesNotOutliveAProgramThatForgetsToClose() throws Exception {
    new StandIn(folder).behaves("mode=frozen before=1");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Forgetful.class.getName(),
                folder.resolve("rpicam-vid").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(program.getInputStream().readAllBytes());
    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said).startsWith("pid ");
    long pid = Long.parseLong(said.lines().findFirst().orElseThrow().substring(4));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ProcessHandle.of(pid).map(left -> !left.isAlive()).orElse(true));
  }

  /** Opens a camera and ends. */
  static final class Forgetful {
    private Forgetful() {}

    public static void main(String[] args) {
      PiCameraSource.builder().tool(Path.of(args[0])).size(StandIn.WIDTH, StandIn.HEIGHT).open();
      System.out.println(
          "pid " + ProcessHandle.current().children().findFirst().orElseThrow().pid());
    }
  }

  private static void closes(StandIn standIn, Duration least) {
    PiCameraSource camera = standIn.camera().open();
    long start = System.nanoTime();
    camera.close();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(took).isBetween(least.minusMillis(100), BOUND);
    assertThat(standIn.signals()).isEmpty();
  }

  private static Throwable catchOpening(StandIn standIn) {
    return catchThrowable(() -> standIn.camera().open().close());
  }

  /** Whether this JVM, and so its children, were started with SIGINT ignored. */
  private static boolean interruptsAreIgnored() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
