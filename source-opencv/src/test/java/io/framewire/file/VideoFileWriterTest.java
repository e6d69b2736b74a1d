package io.framewire.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.ffmpeg.Ffmpeg;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

  @ParameterizedTest
  @ValueSource(strings = {"clip.mp4", "clip.mkv", "clip.mov"})
  void eachFrameIsShownAtItsOwnTime(String name) {
    Path clip = folder.resolve(name);
    long[] millis = {0, 40, 500, 500, 2_500, 2_510};
    try (VideoFileWriter writer = VideoFileWriter.create(clip)) {
      for (int frame = 0; frame < millis.length; frame++) {
        writeAt(writer, frame, millis[frame]);
      }
    }
    List<Double> seconds = Clips.times(clip);
    assertThat(seconds).hasSize(millis.length);
    for (int frame = 0; frame < millis.length; frame++) {
      assertThat(seconds.get(frame)).isCloseTo(millis[frame] / 1000.0, within(0.002));
    }
    assertThat(seconds.get(3)).isGreaterThan(seconds.get(2));
  }

  /** The end, which a killed program does not write, comes only with the close. */
  @ParameterizedTest
  @ValueSource(strings = {"clip.mp4", "clip.mkv", "clip.mov"})
  void whatWasRecordedCanBeReadWithoutTheEnd(String name) throws IOException {
    Path cut = folder.resolve("cut-" + name);
    try (VideoFileWriter writer = VideoFileWriter.create(folder.resolve(name), 25)) {
      for (int step = 0; step < 160; step++) {
        try (Frame frame = Clips.picture(pool, step, 48, 64, 3)) {
          writer.write(frame);
        }
      }
      Files.copy(folder.resolve(name), cut);
    }
    assertThat(Clips.times(cut)).hasSizeGreaterThanOrEqualTo(100);
    assertThat(Clips.times(folder.resolve(name))).hasSize(160);
  }

  private void writeAt(VideoFileWriter writer, int step, long millis) {
    try (Frame frame = Clips.picture(pool, step, 48, 64, 3)) {
      assertThat(writer.fits(frame)).isTrue();
      writer.write(frame, Duration.ofMillis(millis));
    }
  }

  @Test
  void saysWhetherAFrameFits() {
    try (VideoFileWriter writer = VideoFileWriter.create(folder.resolve("clip.mp4"));
        Frame frame = Clips.picture(pool, 0, 48, 64, 3);
        Frame larger = Clips.picture(pool, 0, 48, 66, 3);
        Frame grey = Clips.picture(pool, 0, 48, 64);
        Frame floats = pool.take(DType.parse("<f4"), 48, 64)) {
      assertThat(writer.fits(larger)).isTrue();
      writer.write(frame, Duration.ZERO);
      assertThat(writer.fits(frame)).isTrue();
      assertThat(writer.fits(larger)).isFalse();
      assertThat(writer.fits(grey)).isFalse();
      assertThatThrownBy(() -> writer.fits(floats)).isInstanceOf(ConfigurationException.class);
    }
  }

  @Test
  void timesAndARateAreNotMixed() {
    try (VideoFileWriter even = VideoFileWriter.create(folder.resolve("even.mp4"), 25);
        VideoFileWriter timed = VideoFileWriter.create(folder.resolve("timed.mp4"));
        Frame frame = Clips.picture(pool, 0, 48, 64, 3)) {
      assertThatThrownBy(() -> even.write(frame, Duration.ZERO))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("even.mp4");
      assertThatThrownBy(() -> timed.write(frame))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("timed.mp4");
      assertThatThrownBy(() -> timed.write(frame, Duration.ofMillis(-1)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("PT-0.001S");
    }
  }

  @Test
  void anExistingFileIsRefusedAndStays() throws IOException {
    Path kept = Files.writeString(folder.resolve("clip.mp4"), "somebody's");
    assertThatThrownBy(() -> VideoFileWriter.create(kept, 25))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("cannot write " + kept + ": it exists: name another or remove it");
    assertThat(kept).hasContent("somebody's");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void aLinkIsRefusedAndStays() throws IOException {
    Path target = Files.writeString(folder.resolve("target.mp4"), "somebody's");
    Path link = Files.createSymbolicLink(folder.resolve("clip.mp4"), target);
    Path dangling = Files.createSymbolicLink(folder.resolve("b.mp4"), folder.resolve("none"));
    for (Path existing : List.of(link, dangling)) {
      assertThatThrownBy(() -> VideoFileWriter.create(existing))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("it exists");
      assertThat(existing).isSymbolicLink();
    }
    assertThat(target).hasContent("somebody's");
  }

  @Test
  void fileThatAppearsBeforeTheFirstFrameIsRefusedThenAndStays() throws IOException {
    Path clip = folder.resolve("clip.mp4");
    try (VideoFileWriter writer = VideoFileWriter.create(clip)) {
      Files.writeString(clip, "somebody's");
      assertThatThrownBy(() -> writeAt(writer, 0, 0))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("it exists");
    }
    assertThat(clip).hasContent("somebody's");
  }

  @ParameterizedTest
  @CsvSource({"8,8,16x16 pixels or more", "5000,3000,3840x2160 pixels or fewer"})
  void refusedFirstFrameMakesNoFileAndTheNextOneIsTaken(int width, int height, String words) {
    Path clip = folder.resolve("clip.mp4");
    try (VideoFileWriter writer = VideoFileWriter.create(clip, 25);
        Frame odd = Clips.picture(pool, 0, height, width, 3);
        Frame good = Clips.picture(pool, 0, 48, 64, 3)) {
      assertThatThrownBy(() -> writer.write(odd))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("a video of " + width + "x" + height + " is not possible")
          .hasMessageContaining(words);
      assertThat(clip).doesNotExist();
      writer.write(good);
    }
    assertThat(Clips.times(clip)).hasSize(1);
  }

  @Test
  void containerThatTakesNoH264IsRefused() {
    Path clip = folder.resolve("clip.webm");
    assertThatThrownBy(() -> VideoFileWriter.create(clip, 25))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("cannot write " + clip + ": webm takes no H.264: use .mp4 or .mkv");
    assertThat(clip).doesNotExist();
  }

  @Test
  void folderThatIsGoneByTheFirstFrameIsNamed() {
    Path clip = folder.resolve("clip.mp4");
    try (VideoFileWriter writer = VideoFileWriter.create(clip)) {
      assertThat(folder.toFile().delete()).isTrue();
      assertThatThrownBy(() -> writeAt(writer, 0, 0))
          .isInstanceOf(FramewireException.class)
          .hasMessageContaining("its folder takes no files");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsNamed() throws IOException {
    Path clip = Files.createSymbolicLink(folder.resolve("clip.mp4"), Path.of("/dev/full"));
    Ffmpeg.load();
    try (Frame frame = Clips.picture(pool, 0, 48, 64, 3);
        VideoEncoder encoder = VideoEncoder.open(clip, Picture.of(frame), Optional.of(25.0))) {
      assertThatThrownBy(
              () -> {
                encoder.begin();
                encoder.encode(frame.data());
                encoder.finish();
              })
          .isInstanceOf(FramewireException.class)
          .hasMessageContaining("clip.mp4")
          .hasMessageContaining("check the disk and its room");
    }
  }
}
