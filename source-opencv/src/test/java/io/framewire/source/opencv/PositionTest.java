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
import io.framewire.spi.SourceRequest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clips of 25 frames a second with a key frame every 50. */
class PositionTest {
  private static final int FRAMES = 120;

  private final FramePool pool = FramePool.unpooled();
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "mp4,start,2.8,70",
    "mp4,-ss,0:00:02.8,70",
    "mp4,start,00:01,25",
    "mp4,CAP_PROP_POS_MSEC,2800,70",
    "mp4,CAP_PROP_POS_FRAMES,51,51",
    "mp4,CAP_PROP_POS_FRAMES,0,0",
    "mp4,CAP_PROP_POS_FRAMES,119,119",
    "mp4,CAP_PROP_POS_AVI_RATIO,0.5,60",
    "mkv,start,2.8,70",
    "ts,start,2.8,70",
    "avi,CAP_PROP_POS_FRAMES,99,99"
  })
  void beginsWithTheFrameOfThatTime(String ending, String option, String value, int frame) {
    Path clip = clip(ending);
    List<ByteBuffer> all = pixels(clip, Map.of());
    List<ByteBuffer> rest = pixels(clip, Map.of(option, value));
    assertThat(all).hasSize(FRAMES);
    assertThat(rest).isEqualTo(all.subList(frame, FRAMES));
  }

  @ParameterizedTest
  @CsvSource({"start,4", "-ss,4", "CAP_PROP_POS_FRAMES,100", "CAP_PROP_POS_MSEC,4000"})
  void holdsForTheRoundItIsSetInOnly(String option, String value) {
    String clip = clip("mp4").toString();
    int frames = 0;
    try (FrameSource source = FrameSources.builder(clip).loop(2).open()) {
      source.set(option, value);
      for (Optional<Frame> next = source.read(pool); next.isPresent(); next = source.read(pool)) {
        next.get().close();
        frames++;
      }
    }
    assertThat(frames).isEqualTo(FRAMES - 100 + FRAMES);
  }

  @Test
  void sourceGoesThereAndBackWhileItRunsAndAfterItsEnd() {
    Path clip = clip("mp4");
    List<ByteBuffer> all = pixels(clip, Map.of());
    try (FrameSource source = FrameSources.open(clip.toString())) {
      assertThat(next(source)).isEqualTo(all.get(0));
      source.set("CAP_PROP_POS_FRAMES", "110");
      assertThat(next(source)).isEqualTo(all.get(110));
      assertThat(Reading.rest(source, pool, frame -> {})).isEqualTo(9);
      source.set("start", "1");
      assertThat(next(source)).isEqualTo(all.get(25));
      assertThat(next(source)).isEqualTo(all.get(26));
    }
  }

  @Test
  void everyThirdFrameIsGiven() {
    Path clip = clip("mp4");
    List<ByteBuffer> all = pixels(clip, Map.of());
    List<ByteBuffer> thirds = pixels(clip, Map.of("every", "3", "start", "4"));
    assertThat(thirds).hasSize(7);
    for (int index = 0; index < thirds.size(); index++) {
      assertThat(thirds.get(index)).isEqualTo(all.get(100 + 3 * index));
    }
  }

  @Test
  void pictureSequencesHavePositionsToo() {
    String pattern = Clips.sequence(folder, "img_%d.png", 5, 20, 30, 3);
    assertThat(Reading.all(pattern, Map.of("CAP_PROP_POS_FRAMES", "3"), frame -> {})).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "1000"})
  void positionBehindTheEndIsAnError(String seconds) {
    Path clip = clip("mp4");
    assertThatThrownBy(() -> Reading.all(clip.toString(), Map.of("start", seconds), frame -> {}))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("has no frame at " + Double.parseDouble(seconds) + " s: it is 4.8 s");
  }

  @ParameterizedTest
  @CsvSource({
    "start,soon,use a number",
    "start,1:2:3:4,'use seconds, or hours:minutes:seconds'",
    "start,-1,use 0 to",
    "CAP_PROP_POS_AVI_RATIO,2,use 0 to 1",
    "every,0,use 1 to"
  })
  void impossiblePositionsAreRefused(String option, String value, String words) {
    assertThatThrownBy(() -> FrameSources.open("clip.mp4", Map.of(option, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(words);
  }

  @Test
  void twoPositionsAreRefused() {
    assertThatThrownBy(
            () -> FrameSources.open("clip.mp4", Map.of("start", "1", "CAP_PROP_POS_MSEC", "1")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("use only one of start and CAP_PROP_POS_MSEC");
    assertThatThrownBy(() -> FrameSources.open("clip.mp4", Map.of("start", "1", "-ss", "2")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("given twice");
  }

  @Test
  void liveSourceHasNoPosition() {
    SourceRequest request =
        new SourceRequest("testsrc=size=64x48", Map.of("format", "lavfi", "start", "1"));
    assertThatThrownBy(() -> new FfmpegSourceProvider().create(request))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is live and cannot be wound");
  }

  private Path clip(String ending) {
    return Clips.video(folder.resolve("clip." + ending), FRAMES, 48, 128, 3);
  }

  private ByteBuffer next(FrameSource source) {
    try (Frame frame = source.read(pool).orElseThrow()) {
      return copy(frame);
    }
  }

  private static List<ByteBuffer> pixels(Path clip, Map<String, String> options) {
    List<ByteBuffer> pixels = new ArrayList<>();
    Reading.all(clip.toString(), options, frame -> pixels.add(copy(frame)));
    return pixels;
  }

  private static ByteBuffer copy(Frame frame) {
    return ByteBuffer.allocate(frame.byteSize()).put(frame.data()).flip();
  }
}
