package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.file.Clips;
import io.framewire.testing.Soak;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeMemoryTest {
  private static final int FRAMES = 200;
  private static final int ROUNDS = Soak.times(10, 500);
  private static final int FILES = 20;
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
    write(clip, FILES / 4);
    long before = Pointer.physicalBytes();
    write(clip, FILES);
    assertThat(Pointer.physicalBytes() - before).isLessThan(BOUND);
  }

  private static int read(Path clip, Map<String, String> options, int rounds) {
    int frames = 0;
    for (int round = 0; round < rounds; round++) {
      frames += Reading.all(clip.toString(), options, frame -> {});
    }
    return frames;
  }

  private static void write(Path clip, int rounds) {
    for (int round = 0; round < rounds; round++) {
      Clips.video(clip, 10, 96, 128, 3);
      assertThat(clip.toFile().delete()).isTrue();
    }
  }
}
