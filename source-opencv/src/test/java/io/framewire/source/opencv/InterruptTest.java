package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.ffmpeg.Ffmpeg;
import io.framewire.file.Clips;
import io.framewire.spi.SourceRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {
  private static final Duration LIMIT = Duration.ofMillis(250);
  private static final int FRAMES = 120;

  /** The clip is longer than what FFmpeg reads at once. */
  @Test
  void timeThatDecodingTakesIsNoSilence(@TempDir Path folder) {
    String clip = Clips.video(folder.resolve("clip.mkv"), FRAMES, 144, 192, 3).toString();
    FfmpegOptions options = FfmpegOptions.of(new Settings(new SourceRequest(clip, Map.of())));
    Ffmpeg.load();
    AVPacket packet = avcodec.av_packet_alloc();
    try (Interrupt interrupt = new Interrupt(LIMIT.multipliedBy(40));
        MediaInput input = MediaInput.open(Place.of(clip), options, interrupt)) {
      interrupt.limit(LIMIT);
      input.awaitPicture();
      assertThat(input.read(packet, 0)).isTrue();
      pass(LIMIT.plusMillis(50));
      int packets = 1;
      while (input.read(packet, packets)) {
        packets++;
      }
      assertThat(packets).isEqualTo(FRAMES);
    } finally {
      avcodec.av_packet_free(packet);
    }
  }

  @Test
  void whatWasWaitedBeforeAPauseCounts() {
    try (Interrupt interrupt = new Interrupt(LIMIT)) {
      assertThat(interrupt.due()).isFalse();
      pass(LIMIT);
      interrupt.pause();
      interrupt.resume();
      assertThat(interrupt.due()).isTrue();
    }
  }

  private static void pass(Duration time) {
    long start = System.nanoTime();
    await().until(() -> System.nanoTime() - start > time.toNanos());
  }
}
