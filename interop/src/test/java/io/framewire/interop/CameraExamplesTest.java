package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.FrameReceiver;
import io.framewire.ReceivedFrame;
import io.framewire.file.ImageFiles;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The examples of cameras; that of the Raspberry Pi has a stand-in for its camera tool. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "so is the stand-in for a Raspberry Pi's camera")
class CameraExamplesTest {
  private static final int FRAMES = 60;

  /** The same in every plane, and in every colour it is made of. */
  private static final int GREY = 128;

  @TempDir private Path folder;

  @Test
  void steadyStreamTremblesLessThanWhatGoesIn() throws IOException {
    ShakenPicture.write(folder, FRAMES);
    String endpoint = FreePort.endpoint();
    List<Frame> steady = new ArrayList<>();
    try (FrameReceiver receiver = FrameReceiver.builder().at(endpoint).build();
        ExampleProgram sender =
            ExampleProgram.java(folder, "StabilizedStream", "%03d.png", endpoint)) {
      for (ReceivedFrame received : receiver) {
        steady.add(received.frame().copy(FramePool.unpooled()));
      }
      assertThat(sender.exitCode()).as(sender.tail()).isZero();
    }
    List<Frame> shaken =
        IntStream.range(0, FRAMES)
            .mapToObj(index -> folder.resolve("%03d.png".formatted(index)))
            .map(picture -> ImageFiles.read(picture, FramePool.unpooled()))
            .toList();
    assertThat(steady).hasSize(FRAMES);
    assertThat(ShakenPicture.tremble(steady)).isLessThan(ShakenPicture.tremble(shaken) / 2);
    Stream.concat(steady.stream(), shaken.stream()).forEach(Frame::close);
  }

  @Test
  void pcSavesWhatTheCameraOfAPiSees() throws IOException {
    Path pi = Files.createDirectory(folder.resolve("pi"));
    installStandIn(pi);
    String endpoint = FreePort.endpoint();
    try (Launcher pc =
            Launcher.start(
                folder,
                "receive",
                "--at",
                endpoint,
                "--reconnect",
                "--frames",
                "3",
                "--save",
                "pc");
        ExampleProgram camera =
            ExampleProgram.javaWith(
                folder,
                List.of("PATH=" + pi + File.pathSeparator + System.getenv("PATH")),
                "PiCameraToPc",
                endpoint,
                "128",
                "64")) {
      assertThat(pc.exitCode()).as(pc.tail()).isZero();
      camera.terminate();
      assertThat(camera.exitCode()).as(camera.tail()).isEqualTo(143);
    }
    assertThat(Files.readString(pi.resolve("started"))).contains("--framerate 30");
    assertThat(ProcessHandle.allProcesses().flatMap(each -> each.info().commandLine().stream()))
        .noneMatch(command -> command.contains(pi.toString()));
    try (Stream<Path> saved = Files.list(folder.resolve("pc"))) {
      assertThat(saved.toList())
          .hasSize(3)
          .allSatisfy(
              picture -> assertThat(pixels(picture)).hasSize(64 * 128 * 3).containsOnly(GREY));
    }
  }

  /** A folder for the PATH whose {@code rpicam-vid} gives pictures of one grey. */
  private static void installStandIn(Path folder) throws IOException {
    for (String name : List.of("rpicam-vid", "cameras")) {
      try (InputStream from = CameraExamplesTest.class.getResourceAsStream("/stand-in/" + name)) {
        Files.copy(from, folder.resolve(name));
      }
    }
    Files.writeString(folder.resolve("behaviour"), "");
    byte[] frame = new byte[128 * 64 * 3 / 2];
    Arrays.fill(frame, (byte) GREY);
    Files.write(folder.resolve("frame0.yuv"), frame);
    assertThat(folder.resolve("rpicam-vid").toFile().setExecutable(true)).isTrue();
  }

  private static byte[] pixels(Path picture) {
    try (Frame frame = ImageFiles.read(picture, FramePool.unpooled())) {
      byte[] pixels = new byte[frame.byteSize()];
      frame.data().get(pixels);
      return pixels;
    }
  }
}
