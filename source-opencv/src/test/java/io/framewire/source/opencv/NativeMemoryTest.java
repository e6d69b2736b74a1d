package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.file.Clips;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeMemoryTest {
  private static final int FRAMES = 200;
  private static final int ROUNDS = 20;
  private static final long BOUND = 48L << 20;

  @Test
  void decodingThousandsOfFramesTakesNoMoreMemoryThanDecodingSome(@TempDir Path folder) {
    Path clip = Clips.video(folder.resolve("clip.mp4"), FRAMES, 96, 134, 3);
    read(clip, ROUNDS / 4);
    long before = Pointer.physicalBytes();
    long tracked = Pointer.totalBytes();
    read(clip, ROUNDS);
    assertThat(Pointer.physicalBytes() - before).isLessThan(BOUND);
    assertThat(Pointer.totalBytes() - tracked).isLessThan(BOUND / 48);
  }

  @Test
  void writingManyVideosTakesNoMoreMemoryThanWritingSome(@TempDir Path folder) {
    Path clip = folder.resolve("clip.mp4");
    write(clip, ROUNDS / 4);
    long before = Pointer.physicalBytes();
    write(clip, ROUNDS);
    assertThat(Pointer.physicalBytes() - before).isLessThan(BOUND);
  }

  private static void read(Path clip, int rounds) {
    for (int round = 0; round < rounds; round++) {
      assertThat(Reading.all(clip, frame -> {})).isEqualTo(FRAMES);
    }
  }

  private static void write(Path clip, int rounds) {
    for (int round = 0; round < rounds; round++) {
      Clips.video(clip, 10, 96, 128, 3);
    }
  }
}
