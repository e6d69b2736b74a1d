package io.framewire.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.FrameReceiver;
import io.framewire.ReceivedFrame;
import io.framewire.StreamSummary;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.interop.NeedsVidgear;
import io.framewire.interop.PatternedFrames;
import io.framewire.interop.VidgearPeer;
import io.framewire.wire.Pattern;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects outside this build, which have only its published artifacts, send what they made. */
@ExtendWith({SecondBuild.class, Projects.class})
class ConsumersTest {
  private static final PatternedFrames FRAMES = PatternedFrames.small(20, 0);
  private static final Duration LIMIT = Duration.ofSeconds(45);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"class-path, pattern:20", "module-path, pattern:20", "guice, 20"})
  void sendsFramesOfItsOwnSource(String project, String source) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    try (FrameReceiver receiver = FrameReceiver.builder().at("tcp://127.0.0.1:0").build()) {
      var received = receiver.start(frame -> numbers.add(numberOf(frame))).toCompletableFuture();
      run(project, receiver.endpoint().toString(), source);
      StreamSummary summary = received.join();
      assertThat(summary.statistics().frames()).isEqualTo(FRAMES.count());
    }
    assertThat(numbers).isEqualTo(all());
  }

  private static int numberOf(ReceivedFrame received) {
    return FRAMES.numberOf(received.frame(), -1);
  }

  @ParameterizedTest
  @CsvSource({"class-path, pattern:20", "module-path, pattern:20", "guice, 20"})
  @NeedsVidgear
  void vidgearReceivesEveryFrameBitForBit(String project, String source) throws Exception {
    checkVidgearReceives(project, source);
  }

  @Test
  @NeedsVidgear
  void vidgearReceivesPicturesThatOpenCvRead() throws Exception {
    try (FramePool pool = new FramePool()) {
      for (int index = 0; index < FRAMES.count(); index++) {
        writePicture(pool, index);
      }
    }
    checkVidgearReceives("class-path", folder.resolve("picture_%02d.png").toString());
  }

  private void checkVidgearReceives(String project, String source) throws Exception {
    try (VidgearPeer receiver = VidgearPeer.receiver(Pattern.PAIR, FRAMES)) {
      run(project, receiver.endpoint(), source);
      assertThat(receiver.ended()).as(receiver.tail()).isEqualTo("terminated");
      assertThat(receiver.numbers()).isEqualTo(all());
    }
  }

  private static List<Integer> all() {
    return IntStream.range(0, FRAMES.count()).boxed().toList();
  }

  /** Its word is all that it says: neither it nor the JVM warns of anything. */
  private void run(String project, String endpoint, String source)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, project, ".txt");
    ProcessBuilder program = Projects.program(project, endpoint, source);
    program.redirectErrorStream(true).redirectOutput(output.toFile());
    Finished finished = Finished.of(program, output, LIMIT);
    assertThat(finished.output().strip()).isEqualTo("sent " + FRAMES.count() + " frames");
    assertThat(finished.exitCode()).isZero();
  }

  /** PNG has red first, a frame blue. */
  private void writePicture(FramePool pool, int index) throws IOException {
    try (Frame frame = FRAMES.frame(pool, index)) {
      int[] shape = frame.shape();
      ByteBuffer blueGreenRed = frame.data();
      BufferedImage picture = new BufferedImage(shape[1], shape[0], BufferedImage.TYPE_3BYTE_BGR);
      byte[] elements = new byte[blueGreenRed.remaining()];
      blueGreenRed.get(elements);
      picture.getRaster().setDataElements(0, 0, shape[1], shape[0], redFirst(elements));
      Path file = folder.resolve(String.format("picture_%02d.png", index));
      ImageIO.write(picture, "png", file.toFile());
    }
  }

  private static byte[] redFirst(byte[] elements) {
    byte[] turned = new byte[elements.length];
    for (int i = 0; i < elements.length; i++) {
      turned[i] = elements[i - i % 3 + 2 - i % 3];
    }
    return turned;
  }
}
