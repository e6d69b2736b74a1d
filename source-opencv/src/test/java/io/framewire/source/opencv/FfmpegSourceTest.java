package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.SourceException;
import io.framewire.file.Clips;
import io.framewire.file.ImageFiles;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegSourceTest {
  private static final int ONE = 0x10000;

  private final FramePool pool = FramePool.unpooled();
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"mp4,64,48", "mp4,70,50", "mkv,128,96", "mov,62,34", "avi,64,48", "ts,64,48"})
  void everyFrameOfAVideoComesBackLikeItWas(String ending, int width, int height) {
    Path clip = Clips.video(folder.resolve("clip." + ending), 30, height, width, 3);
    assertLikeThePictures(clip.toString(), 30, 34, height, width);
  }

  @Test
  void greyVideoComesBackInThreeChannels() {
    Path clip = Clips.video(folder.resolve("grey.mp4"), 5, 48, 64);
    int frames =
        Reading.all(
            clip,
            frame -> {
              assertThat(frame.shape()).containsExactly(48, 64, 3);
              assertGrey(frame);
            });
    assertThat(frames).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"64,48", "63,47", "7,5", "1,1"})
  void pngSequenceComesBackExactly(int width, int height) {
    String pattern = Clips.sequence(folder, "img_%03d.png", 4, height, width, 3);
    assertLikeThePictures(pattern, 4, Double.POSITIVE_INFINITY, height, width);
  }

  @Test
  void greyPngSequenceComesBackExactlyInThreeChannels() {
    String pattern = Clips.sequence(folder, "img_%d.png", 3, 9, 11);
    List<Integer> steps = new ArrayList<>();
    Reading.all(
        pattern,
        Map.of(),
        frame -> {
          try (Frame grey = Clips.picture(pool, steps.size(), 9, 11)) {
            assertGrey(frame);
            for (int index = 0; index < 9 * 11; index++) {
              assertThat(frame.data().get(3 * index)).isEqualTo(grey.data().get(index));
            }
          }
          steps.add(1);
        });
    assertThat(steps).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"333,251", "333,250", "334,251", "854,480", "9,17"})
  void oddSizesAreDecodedWhole(int width, int height) {
    String pattern = Clips.sequence(folder, "img_%d.jpg", 2, height, width, 3);
    assertLikeThePictures(pattern, 2, 30, height, width);
  }

  @Test
  void sizeMayChangeWithinAStream() {
    int[][] shapes = {{20, 30, 3}, {24, 32, 3}, {7, 5, 3}};
    for (int step = 0; step < shapes.length; step++) {
      try (Frame frame = Clips.picture(pool, step, shapes[step])) {
        ImageFiles.write(frame, folder.resolve("img_" + step + ".png"));
      }
    }
    List<int[]> seen = new ArrayList<>();
    Reading.all(folder.resolve("img_%d.png"), frame -> seen.add(frame.shape()));
    assertThat(seen).containsExactly(shapes);
  }

  @Test
  void singlePictureIsAStreamOfOneFrame() {
    Clips.sequence(folder, "img_%d.png", 1, 8, 8, 3);
    assertThat(Reading.all(folder.resolve("img_0.png"), frame -> {})).isOne();
  }

  @Test
  void fileUrlIsAFile() {
    Path clip = Clips.video(folder.resolve("a b.mp4"), 2, 48, 64, 3);
    assertThat(Reading.all("file://" + clip, Map.of(), frame -> {})).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"90", "180", "270"})
  void pictureIsTurnedUprightAsTheFileAsks(int degrees) throws IOException {
    Path clip = Clips.video(folder.resolve("clip.mp4"), 1, 48, 70, 3);
    List<Frame> frames = new ArrayList<>();
    Reading.all(clip, frame -> frames.add(frame.retain()));
    turn(clip, degrees);
    Reading.all(clip, frame -> frames.add(frame.retain()));
    assertTurned(frames.get(0), frames.get(1), degrees);
    frames.forEach(Frame::close);
  }

  @Test
  void endStaysTheEnd() {
    Path clip = Clips.video(folder.resolve("clip.mp4"), 3, 48, 64, 3);
    try (FrameSource source = FrameSources.open(clip.toString())) {
      assertThat(Reading.rest(source, pool, frame -> {})).isEqualTo(3);
      assertThat(source.read(pool)).isEmpty();
      assertThat(source.read(pool)).isEmpty();
    }
  }

  @Test
  void closedSourceIsAtItsEndAndMayBeClosedAgain() {
    Path clip = Clips.video(folder.resolve("clip.mp4"), 3, 48, 64, 3);
    FrameSource source = FrameSources.open(clip.toString());
    source.close();
    source.close();
    assertThat(source.read(pool)).isEmpty();
  }

  @Test
  void framesReuseThePoolsMemory() {
    Path clip = Clips.video(folder.resolve("clip.mp4"), 30, 48, 64, 3);
    try (FramePool own = new FramePool();
        FrameSource source = FrameSources.open(clip.toString())) {
      Reading.rest(source, own, frame -> assertThat(frame.dtype()).isEqualTo(DType.UINT8));
      assertThat(own.statistics().allocations()).isOne();
      assertThat(own.statistics().lentBlocks()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "0"})
  void threadsMakeNoDifferenceToThePixels(String threads) {
    Path clip = Clips.video(folder.resolve("clip.mp4"), 10, 48, 64, 3);
    List<ByteBuffer> plain = new ArrayList<>();
    Reading.all(clip, frame -> plain.add(copy(frame)));
    List<ByteBuffer> threaded = new ArrayList<>();
    Reading.all(clip.toString(), Map.of("threads", threads), frame -> threaded.add(copy(frame)));
    assertThat(threaded).isEqualTo(plain);
  }

  @Test
  void demuxerCanBeNamed() throws IOException {
    Path clip = Clips.video(folder.resolve("clip.ts"), 4, 48, 64, 3);
    Path disguised = Files.move(clip, folder.resolve("clip"));
    assertThat(Reading.all(disguised.toString(), Map.of("format", "mpegts"), frame -> {}))
        .isEqualTo(4);
  }

  @Test
  void fileThatBreaksOffInTheMiddleIsAnErrorAndStaysOne() throws IOException {
    Path clip = Clips.video(folder.resolve("clip.mkv"), 60, 96, 128, 3);
    byte[] bytes = Files.readAllBytes(clip);
    Arrays.fill(bytes, bytes.length / 3, bytes.length * 2 / 3, (byte) 0x55);
    Files.write(clip, bytes);
    try (FrameSource source = FrameSources.open(clip.toString())) {
      String words = "clip.mkv is corrupt after frame";
      assertThatThrownBy(() -> Reading.rest(source, pool, frame -> {}))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining(words);
      assertThatThrownBy(() -> source.read(pool))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining(words);
    }
  }

  private void assertLikeThePictures(
      String location, int count, double decibels, int height, int width) {
    List<Double> likeness = new ArrayList<>();
    Reading.all(
        location,
        Map.of(),
        frame -> {
          try (Frame original = Clips.picture(pool, likeness.size(), height, width, 3)) {
            assertThat(frame.shape()).isEqualTo(original.shape());
            likeness.add(Clips.likeness(frame, original));
          }
        });
    assertThat(likeness).hasSize(count).allMatch(db -> db >= decibels);
  }

  private static void assertGrey(Frame frame) {
    ByteBuffer pixels = frame.data();
    while (pixels.hasRemaining()) {
      byte blue = pixels.get();
      assertThat(pixels.get()).isEqualTo(blue);
      assertThat(pixels.get()).isEqualTo(blue);
    }
  }

  private static ByteBuffer copy(Frame frame) {
    return ByteBuffer.allocate(frame.byteSize()).put(frame.data()).flip();
  }

  /** Writes the display matrix of an mp4's only track, which its last index describes. */
  private static void turn(Path clip, int degrees) throws IOException {
    byte[] bytes = Files.readAllBytes(clip);
    int track = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("tkhd");
    int cosine = (int) Math.round(Math.cos(Math.toRadians(degrees))) * ONE;
    int sine = (int) Math.round(Math.sin(Math.toRadians(degrees))) * ONE;
    ByteBuffer matrix = ByteBuffer.wrap(bytes, track + 44, 36);
    matrix.putInt(cosine).putInt(sine).putInt(0).putInt(-sine).putInt(cosine);
    Files.write(clip, bytes);
  }

  private static void assertTurned(Frame upright, Frame turned, int degrees) {
    int height = upright.dimension(0);
    int width = upright.dimension(1);
    boolean swapped = degrees != 180;
    assertThat(turned.shape())
        .containsExactly(swapped ? width : height, swapped ? height : width, 3);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int newRow =
            degrees == 90 ? column : degrees == 180 ? height - 1 - row : width - 1 - column;
        int newColumn =
            degrees == 90 ? height - 1 - row : degrees == 180 ? width - 1 - column : row;
        assertThat(pixel(turned, newRow, newColumn)).isEqualTo(pixel(upright, row, column));
      }
    }
  }

  private static ByteBuffer pixel(Frame frame, int row, int column) {
    return frame.data().slice((row * frame.dimension(1) + column) * 3, 3);
  }
}
