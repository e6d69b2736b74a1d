package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.file.Clips;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FfmpegOptionsTest {
  private final FramePool pool = FramePool.unpooled();
  @TempDir Path folder;

  @Test
  void optionOfTheDecoderHasItSkipAllButKeyFrames() {
    assertThat(count(clip(120), Map.of("ffmpeg.skip_frame", "nokey"))).isEqualTo(3);
  }

  @Test
  void optionOfTheDemuxerIsRead() {
    String pattern = Clips.sequence(folder, "img_%d.png", 9, 20, 30, 3);
    assertThat(count(pattern, Map.of("ffmpeg.start_number", "4"))).isEqualTo(5);
    try (FrameSource source = FrameSources.open(pattern, Map.of("ffmpeg.framerate", "50"))) {
      assertThat(source.info().framesPerSecond()).hasValue(50);
    }
  }

  @Test
  void optionThatNothingReadsIsRefused() {
    String clip = clip(1);
    assertThatThrownBy(
            () ->
                FrameSources.open(
                    clip, Map.of("ffmpeg.rtsp_transport", "udp", "ffmpeg.skip_frame", "nokey")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("has no use for the option ffmpeg.rtsp_transport: neither");
  }

  @ParameterizedTest
  @CsvSource({"decoder,h264", "-vcodec,libopenh264", "hwaccel,auto", "CAP_PROP_N_THREADS,1"})
  void decodersGiveTheSamePixels(String option, String value) {
    String clip = clip(10);
    List<ByteBuffer> plain = pixels(clip, Map.of());
    assertThat(pixels(clip, Map.of(option, value))).isEqualTo(plain).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({
    "decoder,vp9,does not decode this video: the video is h264",
    "decoder,nonsense,this FFmpeg does not have",
    "hwaccel,nonsense,'does not know: use auto, none, '",
    "CAP_PROP_BRIGHTNESS,3,use only those that FFmpeg can set",
    "CAP_PROP_FRAME_WIDTH,640,are as they are in the source",
    "corrupt,maybe,'use error, skip or show'",
    "backend,CAP_GSTREAMER,'does not have: there is CAP_ANY, CAP_FFMPEG, CAP_IMAGES'",
    "backend,nonsense,'\"NONSENSE\", which this OpenCV does not have'"
  })
  void impossibleChoicesAreRefused(String option, String value, String words) {
    String clip = clip(1);
    assertThatThrownBy(() -> FrameSources.open(clip, Map.of(option, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(words);
  }

  @Test
  void deviceThatDoesNotDecodeThisIsNamedWithThoseThatDo() {
    String clip = Clips.sequence(folder, "img_%d.png", 1, 20, 30, 3);
    assertThatThrownBy(() -> FrameSources.open(clip, Map.of("hwaccel", "vaapi")))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("vaapi does not decode png: use hwaccel auto or none");
  }

  @Test
  void sourceOfADeviceIsLiveAndNamedAsTheDeviceIs() {
    try (FrameSource source =
        FrameSources.open("testsrc=size=64x48:rate=5", Map.of("source_demuxer", "lavfi"))) {
      assertThat(source.info().live()).isTrue();
      try (Frame frame = source.read(pool).orElseThrow()) {
        assertThat(frame.shape()).containsExactly(48, 64, 3);
      }
    }
  }

  @Test
  void infoSaysWhatTheVideoIs() {
    try (FrameSource source = FrameSources.open(clip(30))) {
      assertThat(source.info().width()).hasValue(64);
      assertThat(source.info().height()).hasValue(48);
      assertThat(source.info().framesPerSecond()).hasValue(25);
      assertThat(source.info().live()).isFalse();
      assertThat(source.info().metadata())
          .containsEntry("backend", "FFMPEG")
          .containsEntry("codec", "h264")
          .containsEntry("pixel_format", "yuv420p")
          .containsEntry("frame_format", "bgr24")
          .containsEntry("frames", "30")
          .containsEntry("duration_seconds", "1.2");
    }
  }

  @Test
  void optionsThatNeedAnotherOpeningCannotBeSetLater() {
    try (FrameSource source = FrameSources.open(clip(1))) {
      assertThatThrownBy(() -> source.set("threads", "2"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("when the source is opened");
    }
  }

  @Test
  void corruptFramesAreLeftOutAndCountedWhenThatIsWanted() throws IOException {
    Path clip = folder.resolve("clip.mkv");
    Clips.video(clip, 120, 96, 128, 3);
    byte[] bytes = Files.readAllBytes(clip);
    Arrays.fill(bytes, bytes.length / 4, bytes.length / 4 + 600, (byte) 0x55);
    Files.write(clip, bytes);
    try (FrameSource source = FrameSources.open(clip.toString(), Map.of("corrupt", "skip"))) {
      int given = Reading.rest(source, pool, frame -> {});
      assertThat(given).isBetween(20, 119);
      assertThat(source.info().metadata()).containsKey("corrupt_frames");
    }
    assertThatThrownBy(() -> count(clip.toString(), Map.of()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("is corrupt after frame");
  }

  @Test
  void sizeMayChangeWithinAStreamOfVideo() throws IOException {
    Path joined = folder.resolve("joined.ts");
    Files.write(joined, Files.readAllBytes(Clips.video(folder.resolve("a.ts"), 5, 48, 64, 3)));
    byte[] larger = Files.readAllBytes(Clips.video(folder.resolve("b.ts"), 5, 96, 130, 3));
    Files.write(joined, larger, StandardOpenOption.APPEND);
    List<int[]> shapes = new ArrayList<>();
    try (FrameSource source = FrameSources.open(joined.toString())) {
      Reading.rest(source, pool, frame -> shapes.add(frame.shape()));
      assertThat(source.info().width()).hasValue(130);
    }
    assertThat(shapes).hasSize(10);
    assertThat(shapes.get(4)).containsExactly(48, 64, 3);
    assertThat(shapes.get(5)).containsExactly(96, 130, 3);
  }

  private String clip(int frames) {
    return Clips.video(folder.resolve("clip.mp4"), frames, 48, 64, 3).toString();
  }

  private static int count(String location, Map<String, String> options) {
    return Reading.all(location, options, frame -> {});
  }

  private static List<ByteBuffer> pixels(String location, Map<String, String> options) {
    List<ByteBuffer> pixels = new ArrayList<>();
    Reading.all(
        location,
        options,
        frame -> pixels.add(ByteBuffer.allocate(frame.byteSize()).put(frame.data()).flip()));
    return pixels;
  }
}
