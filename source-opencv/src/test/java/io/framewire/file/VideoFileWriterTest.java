package io.framewire.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoFileWriterTest {
  private final FramePool pool = FramePool.unpooled();
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"65,49,64,48", "64,49,64,48", "16,17,16,16"})
  void lastColumnAndRowOfAnOddSizeAreLeftOut(int width, int height, int even, int rows) {
    Path clip = Clips.video(folder.resolve("clip.mp4"), 1, height, width, 3);
    try (FrameSource source = FrameSources.open(clip.toString());
        Frame frame = source.read(pool).orElseThrow()) {
      assertThat(frame.shape()).containsExactly(rows, even, 3);
    }
  }

  @Test
  void frameOfAnotherSizeIsRefusedAndTheFileStaysGood() {
    Path clip = folder.resolve("clip.mp4");
    try (VideoFileWriter writer = VideoFileWriter.create(clip, 25);
        Frame frame = Clips.picture(pool, 0, 48, 64, 3);
        Frame larger = Clips.picture(pool, 0, 48, 66, 3)) {
      writer.write(frame);
      assertThatThrownBy(() -> writer.write(larger))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("begin another file");
      writer.write(frame);
    }
    try (FrameSource source = FrameSources.open(clip.toString())) {
      source.read(pool).orElseThrow().close();
      source.read(pool).orElseThrow().close();
      assertThat(source.read(pool)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<f4", "|i1"})
  void framesOfOtherTypesAreRefused(String dtype) {
    try (VideoFileWriter writer = VideoFileWriter.create(folder.resolve("clip.mp4"), 25);
        Frame frame = pool.take(DType.parse(dtype), 48, 64, 3)) {
      assertThatThrownBy(() -> writer.write(frame))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("is no picture for a file");
    }
  }

  @Test
  void tooSmallAVideoIsRefused() {
    try (VideoFileWriter writer = VideoFileWriter.create(folder.resolve("clip.mp4"), 25);
        Frame frame = Clips.picture(pool, 0, 15, 64, 3)) {
      assertThatThrownBy(() -> writer.write(frame))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("16x16");
    }
  }

  @Test
  void withoutFramesThereIsNoFile() {
    Path clip = folder.resolve("clip.mp4");
    VideoFileWriter writer = VideoFileWriter.create(clip, 25);
    writer.close();
    writer.close();
    assertThat(clip).doesNotExist();
  }

  @Test
  void closedWriterTakesNoFrames() {
    VideoFileWriter writer = VideoFileWriter.create(folder.resolve("clip.mp4"), 25);
    writer.close();
    try (Frame frame = Clips.picture(pool, 0, 48, 64, 3)) {
      assertThatThrownBy(() -> writer.write(frame)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void missingFolderIsNamed() {
    Path clip = folder.resolve("none").resolve("clip.mp4");
    assertThatThrownBy(() -> VideoFileWriter.create(clip, 25))
        .isInstanceOf(FramewireException.class)
        .hasMessage("cannot write " + clip + ": its folder does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip", "clip.nonsense", "clip.wav"})
  void endingThatIsNoVideoFormatIsRefused(String name) {
    assertThatThrownBy(() -> VideoFileWriter.create(folder.resolve(name), 25))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("use .mp4");
    assertThat(folder.resolve(name)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1001, Double.NaN})
  void impossibleRatesAreRefused(double rate) {
    assertThatThrownBy(() -> VideoFileWriter.create(folder.resolve("clip.mp4"), rate))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("framesPerSecond is " + rate);
  }
}
