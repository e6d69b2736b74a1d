package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.error.SourceException;
import io.framewire.file.ImageFiles;
import io.framewire.file.VideoFileWriter;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.wire.Endpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The examples that need nothing but Java, as their users start them. */
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "what starts the examples is a shell script")
class ExamplesTest {
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final int AFTER_A_SIGNAL = 143;

  @TempDir private Path folder;

  @Test
  void whoNamesNoExampleIsToldWhichThereAre() {
    try (ExampleProgram none = ExampleProgram.java(folder, "Nothing")) {
      assertThat(none.exitCode()).isEqualTo(2);
      assertThat(none.tail()).contains("usage", "Broadcast", "VideoChat");
    }
  }

  @Test
  void whatGoesWrongIsSaidInOneLine() {
    try (ExampleProgram sender = ExampleProgram.java(folder, "CameraToPython", "missing.mp4");
        ExampleProgram receiver = ExampleProgram.java(folder, "MotionAlarm", "localhost")) {
      assertThat(sender.exitCode()).isEqualTo(1);
      assertThat(sender.tail())
          .containsPattern("(?m)^CameraToPython: cannot open .*missing.mp4.*no such file")
          .doesNotContain("Exception");
      assertThat(receiver.exitCode()).isEqualTo(1);
      assertThat(receiver.tail())
          .containsPattern("(?m)^MotionAlarm: .*localhost.*tcp://HOST:PORT")
          .doesNotContain("Exception");
    }
  }

  @Test
  void twoReceiversGetTheFramesOfOneFile() throws IOException {
    List<String> clip = clip(folder.resolve("clip.mp4"), 30);
    String endpoint = FreePort.endpoint();
    try (ExampleProgram counted = ExampleProgram.java(folder, "Watch", endpoint, "20");
        ExampleProgram watch = ExampleProgram.java(folder, "Watch", endpoint);
        ExampleProgram broadcast = ExampleProgram.java(folder, "Broadcast", "clip.mp4", endpoint)) {
      assertThat(counted.exitCode()).as(counted.tail()).isZero();
      watch.awaitSaid("frame ", 20);
      broadcast.terminate();
      assertThat(broadcast.exitCode()).as(broadcast.tail()).isEqualTo(AFTER_A_SIGNAL);
      assertThat(watch.exitCode()).as(watch.tail()).isZero();
      assertThat(checksums(counted)).hasSize(20).isSubsetOf(clip);
      assertThat(checksums(watch)).hasSizeGreaterThanOrEqualTo(20).isSubsetOf(clip);
      assertThat(checksums(counted)).containsAnyElementsOf(checksums(watch));
    }
  }

  @Test
  void chatShowsEachTheOther() throws IOException {
    String caller = "test:96x64?fps=20&static=true";
    String called = "test:80x48?fps=20&static=true";
    String endpoint = FreePort.endpoint();
    try (ExampleProgram wait = ExampleProgram.java(folder, "VideoChat", "wait", called, endpoint);
        ExampleProgram call = ExampleProgram.java(folder, "VideoChat", "call", caller, endpoint)) {
      awaitShown("caller.png", first(caller));
      awaitShown("called.png", first(called));
      call.terminate();
      assertThat(call.exitCode()).as(call.tail()).isEqualTo(AFTER_A_SIGNAL);
      assertThat(wait.exitCode()).as(wait.tail()).isZero();
    }
  }

  @Test
  void sourceOfOnesOwnSendsAClockThatRuns() throws IOException {
    String endpoint = FreePort.endpoint();
    try (FrameReceiver receiver = FrameReceiver.builder().at(endpoint).build();
        ExampleProgram clock = ExampleProgram.java(folder, "ClockSource", endpoint)) {
      List<byte[]> faces = new ArrayList<>();
      Awaitility.await("the clock to go on")
          .atMost(LIMIT)
          .until(
              () -> {
                faces.add(bytes(receiver.next().orElseThrow().frame()));
                return !Arrays.equals(faces.get(0), faces.get(faces.size() - 1));
              });
      assertThat(faces.get(0)).hasSize(240 * 240 * 3).contains(255);
      clock.terminate();
      assertThat(clock.exitCode()).as(clock.tail()).isEqualTo(AFTER_A_SIGNAL);
    }
  }

  @Test
  void guiceApplicationSaysWhenSomethingMovesAndEndsWithTheStream() throws IOException {
    String endpoint = FreePort.endpoint();
    try (ExampleProgram alarm = ExampleProgram.java(folder, "MotionAlarm", endpoint)) {
      try (FrameSender sender = FrameSender.builder().to(endpoint).build()) {
        for (int level : List.of(20, 22, 21, 90, 90)) {
          sendGrey(sender, level);
        }
      }
      assertThat(alarm.exitCode()).as(alarm.tail()).isZero();
      assertThat(alarm.tail().lines().map(line -> line.replaceFirst("^\\d\\d:\\d\\d:\\d\\d ", "")))
          .containsExactly("frame 3 moves", "watched 5 frames");
    }
  }

  @Test
  void manyCamerasAreShownByPortAndOneMayEndBeforeTheOther() throws IOException {
    Endpoint door = Endpoint.parse(FreePort.endpoint());
    Endpoint yard = Endpoint.parse(FreePort.endpoint());
    String ended = "camera-%d has ended after ";
    try (ExampleProgram cameras =
        ExampleProgram.java(
            folder, "ManyCameras", String.valueOf(door.port()), String.valueOf(yard.port()))) {
      try (FrameSender goesOn = FrameSender.builder().to(yard).build()) {
        sendGrey(goesOn, 10);
        try (FrameSender ends = FrameSender.builder().to(door).build()) {
          sendGrey(ends, 50);
        }
        cameras.awaitSaid(ended.formatted(door.port()), 1);
        sendGrey(goesOn, 200);
      }
      assertThat(cameras.exitCode()).as(cameras.tail()).isZero();
      assertThat(cameras.said(ended.formatted(door.port()))).containsExactly("1 frames");
      assertThat(cameras.said(ended.formatted(yard.port()))).containsExactly("2 frames");
      assertThat(shown("camera-" + door.port() + ".png")).containsOnly(50);
      assertThat(shown("camera-" + yard.port() + ".png")).containsOnly(200);
    }
  }

  /** Makes a video file; the checksum of each of its frames. */
  private static List<String> clip(Path file, int frames) {
    try (FramePool pool = new FramePool();
        FrameSource picture = FrameSources.open("test:160x120?fps=0");
        VideoFileWriter writer = VideoFileWriter.create(file, 25)) {
      for (int count = 0; count < frames; count++) {
        try (Frame frame = picture.read(pool).orElseThrow()) {
          writer.write(frame);
        }
      }
    }
    List<String> checksums = new ArrayList<>();
    try (FrameSource clip = FrameSources.open(file.toString())) {
      Optional<Frame> next = clip.read(FramePool.unpooled());
      for (; next.isPresent(); next = clip.read(FramePool.unpooled())) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes(next.get()));
        checksums.add("%08x".formatted(checksum.getValue()));
      }
    }
    assertThat(checksums).hasSize(frames).doesNotHaveDuplicates();
    return checksums;
  }

  private static List<String> checksums(ExampleProgram watch) {
    return watch.said("frame ").stream().map(line -> line.replaceFirst("^\\d+: ", "")).toList();
  }

  private static void sendGrey(FrameSender sender, int level) {
    try (Frame frame = sender.pool().take(DType.UINT8, 24, 32, 3)) {
      byte[] pixels = new byte[frame.byteSize()];
      Arrays.fill(pixels, (byte) level);
      frame.data().put(pixels);
      sender.send(frame).close();
    }
  }

  /** While it is being written, the picture cannot be read. */
  private void awaitShown(String name, byte[] pixels) {
    Awaitility.await(name)
        .atMost(LIMIT)
        .ignoreExceptionsInstanceOf(SourceException.class)
        .untilAsserted(() -> assertThat(shown(name)).isEqualTo(pixels));
  }

  private byte[] shown(String name) {
    return bytes(ImageFiles.read(folder.resolve(name), FramePool.unpooled()));
  }

  private static byte[] first(String source) {
    try (FrameSource frames = FrameSources.open(source)) {
      return bytes(frames.read(FramePool.unpooled()).orElseThrow());
    }
  }

  private static byte[] bytes(Frame frame) {
    try (frame) {
      byte[] bytes = new byte[frame.byteSize()];
      frame.data().get(bytes);
      return bytes;
    }
  }
}
