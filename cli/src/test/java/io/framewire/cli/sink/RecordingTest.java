package io.framewire.cli.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.StreamSummary;
import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  @Test
  void playsAsFastAsTheFramesCame() throws Exception {
    Path file = folder.resolve("out.mp4");
    // 11 frames at 20 a second last 0.5 s, and the last as long as the one before
    stream(FrameSources.open("test:64x48?fps=20"), 11, new VideoRecording(file, told::add));
    assertThat(seconds(file)).isCloseTo(0.55, within(0.2));
    assertThat(frames(file)).isEqualTo(11);
    assertThat(told).isEmpty();
  }

  @Test
  void goesOnInAnotherFileWhenTheSizeChangesAndReplacesNoOther() throws Exception {
    Path file = folder.resolve("out.mp4");
    Path kept = Files.writeString(folder.resolve("out-2.mp4"), "somebody's");
    int[][] shapes = {{48, 64, 3}, {48, 64, 3}, {33, 65, 3}, {33, 65}};
    int[] next = {0};
    FrameSource changing =
        pool ->
            next[0] == shapes.length
                ? java.util.Optional.empty()
                : java.util.Optional.of(filled(pool, shapes[next[0]++]));
    stream(changing, shapes.length, new VideoRecording(file, told::add));
    assertThat(kept).hasContent("somebody's");
    assertThat(frames(file)).isEqualTo(2);
    assertThat(frames(folder.resolve("out-3.mp4"))).isEqualTo(1);
    assertThat(frames(folder.resolve("out-4.mp4"))).isEqualTo(1);
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).contains("go on in").endsWith("out-3.mp4");
  }

  @Test
  void refusesFramesThatAreNoPictures() {
    for (FrameSink sink :
        List.of(
            new VideoRecording(folder.resolve("out.mp4"), told::add),
            new PictureFolder(folder, PictureFolder.Format.PNG, 95))) {
      assertThatThrownBy(() -> stream(FrameSources.open("test:64x48?dtype=float32"), 1, sink))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("is no picture for a file");
    }
  }

  @Test
  void namesPicturesByNumberAndTime() {
    PictureFolder pictures = new PictureFolder(folder, PictureFolder.Format.JPG, 80);
    assertThat(pictures.name(12, Instant.parse("2025-01-31T23:59:59.1234Z")))
        .isEqualTo("000012_20250131T235959.123Z.jpg");
  }

  @Test
  void needsAFolderThatItCanMakeAndAQualityThatThereIs() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> new PictureFolder(file.resolve("sub"), PictureFolder.Format.PNG, 95))
        .isInstanceOf(FramewireException.class)
        .hasMessageContaining("cannot make folder " + file.resolve("sub"));
    assertThatThrownBy(() -> new PictureFolder(folder, PictureFolder.Format.JPG, 101))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("101");
  }

  private static Frame filled(FramePool pool, int... shape) {
    Frame frame = pool.take(DType.UINT8, shape);
    ByteBuffer pixels = frame.data();
    while (pixels.hasRemaining()) {
      pixels.put((byte) 90);
    }
    return frame;
  }

  /** Sends frames through a real stream to the sink. */
  private static void stream(FrameSource source, int frames, FrameSink sink) throws Exception {
    try (sink;
        FrameReceiver receiver = FrameReceiver.builder().at("tcp://127.0.0.1:0").build()) {
      var receiving = receiver.start(sink::take).toCompletableFuture();
      try (FrameSender sender =
          FrameSender.builder()
              .to(receiver.endpoint().toString())
              .source(source)
              .frames(frames)
              .build()) {
        StreamSummary sent = sender.run();
        assertThat(sent.statistics().frames()).isEqualTo(frames);
      } finally {
        try {
          receiving.orTimeout(20, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
          throw (FramewireException) failed.getCause();
        }
      }
    }
  }

  private static int frames(Path file) {
    try (FrameSource source = FrameSources.open(file.toString())) {
      int count = 0;
      while (next(source)) {
        count++;
      }
      return count;
    }
  }

  private static boolean next(FrameSource source) {
    var frame = source.read(FramePool.unpooled());
    frame.ifPresent(Frame::close);
    return frame.isPresent();
  }

  /** The last movie header says how long it plays: ticks a second, and ticks. */
  private static double seconds(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("mvhd");
    ByteBuffer header = ByteBuffer.wrap(bytes, at + 4, 20).slice();
    return (double) header.getInt(16) / header.getInt(12);
  }
}
