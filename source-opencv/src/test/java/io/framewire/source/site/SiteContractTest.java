package io.framewire.source.site;

import io.framewire.file.Clips;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.tck.FrameSourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A stand-in for yt-dlp knows one page, and nothing of any other. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
class SiteContractTest extends FrameSourceContract {
  private static final String PAGE = "https://videos.example.org/watch?v=1";
  private static final String NO_PAGE = "https://videos.example.org/none";
  private static final int FRAMES = 5;

  @TempDir private static Path folder;
  private static MediaServer media;
  private static FakeYtDlp ytDlp;

  @BeforeAll
  static void publish() throws IOException {
    media = new MediaServer();
    Path clip = Clips.video(folder.resolve("clip.mp4"), FRAMES, 48, 64, 3);
    String url = media.serve("/clip.mp4", Files.readAllBytes(clip));
    Files.writeString(folder.resolve("metadata.json"), "{\"formats\":[{\"url\":\"" + url + "\"}]}");
    ytDlp =
        FakeYtDlp.that(
            folder,
            "if grep -q none arguments; then echo 'ERROR: no such page' >&2; exit 1; fi;"
                + " cat metadata.json");
  }

  @AfterAll
  static void close() {
    media.close();
  }

  @Override
  protected FrameSourceProvider provider() {
    return new SiteSourceProvider();
  }

  @Override
  protected String location() {
    return PAGE;
  }

  @Override
  protected Map<String, String> options() {
    return ytDlp.options();
  }

  @Override
  protected String badLocation() {
    return NO_PAGE;
  }

  @Override
  protected OptionalInt frames() {
    return OptionalInt.of(FRAMES);
  }
}
