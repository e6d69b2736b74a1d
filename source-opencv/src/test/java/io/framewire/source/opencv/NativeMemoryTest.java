package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.file.Clips;
import io.framewire.file.VideoFileWriter;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.testing.Soak;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeMemoryTest {
  private static final int FRAMES = 200;
  private static final int ROUNDS = Soak.times(10, 500);
  private static final int FILES = Soak.times(20, 200);
  private static final int REFUSALS = Soak.times(40, 1000);
  private static final long BOUND = 48L << 20;

  @Test
  void decodingThousandsOfFramesTakesNoMoreMemoryThanDecodingSome(@TempDir Path folder) {
    assertStaysFlat(Clips.video(folder.resolve("clip.mp4"), FRAMES, 96, 134, 3), Map.of());
  }

  @Test
  void convertingThousandsOfFramesTakesNoMoreMemoryThanConvertingSome(@TempDir Path folder) {
    Path clip = Clips.video(folder.resolve("clip.mp4"), FRAMES, 96, 128, 3);
    assertStaysFlat(clip, Map.of("colorspace", "COLOR_BGR2HSV", "every", "2"));
  }

  @Test
  void capturingThousandsOfFramesTakesNoMoreMemoryThanCapturingSome(@TempDir Path folder) {
    String pattern = Clips.sequence(folder, "img_%d.png", FRAMES / 4, 48, 70, 3);
    assertStaysFlat(Path.of(pattern), Map.of("backend", "CAP_IMAGES"));
  }

  private static void assertStaysFlat(Path clip, Map<String, String> options) {
    read(clip, options, Math.max(4, ROUNDS / 20));
    long before = Pointer.physicalBytes();
    long tracked = Pointer.totalBytes();
    int frames = read(clip, options, ROUNDS);
    System.out.printf(
        "%d frames: resident %d MB, then %d MB%n",
        frames, before >> 20, Pointer.physicalBytes() >> 20);
    assertThat(Pointer.physicalBytes() - before).isLessThan(BOUND);
    assertThat(Pointer.totalBytes() - tracked).isLessThan(BOUND / 48);
  }

  @Test
  void writingManyVideosTakesNoMoreMemoryThanWritingSome(@TempDir Path folder) {
    Path clip = folder.resolve("clip.mp4");
    try (FramePool pool = new FramePool()) {
      write(pool, clip, FILES / 4);
      long before = Pointer.physicalBytes();
      write(pool, clip, FILES);
      assertThat(Pointer.physicalBytes() - before).isLessThan(BOUND);
    }
  }

  @Test
  void refusedOpeningsKeepNothing(@TempDir Path folder) {
    Path clip = Clips.video(folder.resolve("clip.mp4"), 2, 48, 64, 3);
    try (FramePool pool = new FramePool()) {
      refuse(pool, folder, clip, REFUSALS / 4);
      long before = Pointer.physicalBytes();
      long tracked = Pointer.totalBytes();
      refuse(pool, folder, clip, REFUSALS);
      assertThat(Pointer.physicalBytes() - before).isLessThan(BOUND);
      assertThat(Pointer.totalBytes() - tracked).isLessThan(REFUSALS);
    }
  }

  private static void refuse(FramePool pool, Path folder, Path clip, int times) {
    for (int time = 0; time < times; time++) {
      assertThatThrownBy(() -> FrameSources.open(clip.toString(), Map.of("decoder", "vp9")))
          .isInstanceOf(ConfigurationException.class);
      try (VideoFileWriter writer = VideoFileWriter.create(folder.resolve("refused.mp4"));
          Frame small = pool.take(DType.UINT8, 8, 8);
          Frame large = pool.take(DType.UINT8, 3000, 5000)) {
        for (Frame frame : List.of(small, large)) {
          assertThatThrownBy(() -> writer.write(frame, Duration.ZERO))
              .isInstanceOf(ConfigurationException.class);
        }
      }
    }
  }

  private static int read(Path clip, Map<String, String> options, int rounds) {
    int frames = 0;
    for (int round = 0; round < rounds; round++) {
      frames += Reading.all(clip.toString(), options, frame -> {});
    }
    return frames;
  }

  private static void write(FramePool pool, Path clip, int rounds) {
    for (int round = 0; round < rounds; round++) {
      Clips.video(pool, clip, 10, 96, 128, 3);
      assertThat(clip.toFile().delete()).isTrue();
    }
  }
}
