package io.framewire.source.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.file.Clips;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A page that is looked at again, since the address of its stream does not stay valid. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
class ReopenedSiteTest {
  private static final String PAGE = "https://videos.example.org/watch?v=1";
  private static final int FRAMES = 5;

  @TempDir Path folder;

  @Test
  void eachRoundAsksYtDlpAnew() throws IOException {
    try (MediaServer media = new MediaServer()) {
      FakeYtDlp ytDlp = looksAgain(media, "cat metadata.json");
      try (FrameSource source = FrameSources.open(PAGE, looping(ytDlp))) {
        assertThat(readAll(source)).isEqualTo(2 * FRAMES);
      }
      assertThat(ytDlp.lines("asked")).hasSize(2);
    }
  }

  @Test
  void closingEndsYtDlpWhileItLooksAgain() throws Exception {
    try (MediaServer media = new MediaServer()) {
      FakeYtDlp ytDlp = looksAgain(media, "sleep 600 & echo $! > child; wait");
      FrameSource source = FrameSources.open(PAGE, looping(ytDlp));
      CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> readAll(source));
      ytDlp.awaitFile("child");
      long start = System.nanoTime();
      source.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(reader.get(10, TimeUnit.SECONDS)).isEqualTo(FRAMES);
      ytDlp.awaitEndOf("process");
      ytDlp.awaitEndOf("child");
    }
  }

  /** Knows a video, and when it is asked again does something else. */
  private FakeYtDlp looksAgain(MediaServer media, String second) throws IOException {
    Path clip = Clips.video(folder.resolve("clip.mp4"), FRAMES, 96, 128, 3);
    String url = media.serve("/clip.mp4", Files.readAllBytes(clip));
    Files.writeString(folder.resolve("metadata.json"), "{\"formats\":[{\"url\":\"" + url + "\"}]}");
    return FakeYtDlp.that(
        folder,
        "echo . >> asked; if [ $(wc -l < asked) = 1 ]; then cat metadata.json; else "
            + second
            + "; fi");
  }

  private static Map<String, String> looping(FakeYtDlp ytDlp) {
    Map<String, String> options = new HashMap<>(ytDlp.options());
    options.put("loop", "2");
    return options;
  }

  private static int readAll(FrameSource source) {
    FramePool pool = FramePool.unpooled();
    int count = 0;
    for (Optional<Frame> next = source.read(pool); next.isPresent(); next = source.read(pool)) {
      next.get().close();
      count++;
    }
    return count;
  }
}
