package io.framewire.source.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VideoMetadataTest {
  @Test
  void everythingPlainIsReadableUnderYtDlpsNames() {
    assertThat(metadata("several-formats", "720p"))
        .containsEntry("id", "Tx9mZ")
        .containsEntry("title", "A day at the harbour")
        .containsEntry("uploader", "Harbour Cams")
        .containsEntry("duration", "93")
        .containsEntry("view_count", "1204")
        .containsEntry("is_live", "false")
        .containsEntry("webpage_url", "https://videos.example.org/watch?v=Tx9mZ");
  }

  @Test
  void formIsTheOneThatIsReadAndNotTheOneThatYtDlpWouldTake() {
    assertThat(metadata("several-formats", "720p"))
        .containsEntry("format_id", "298")
        .containsEntry("resolution", "1280x720")
        .containsEntry("fps", "50")
        .containsEntry("vcodec", "avc1.4d401f")
        .containsEntry("dynamic_range", "SDR");
  }

  @Test
  void addressesOfMediaAndWhatIsYtDlpsOwnStayOut() {
    assertThat(metadata("several-formats", "best"))
        .doesNotContainKeys("url", "cookies", "http_headers", "formats", "_type", "_version")
        .doesNotContainKeys("playlist", "tags");
  }

  @Test
  void videoSaysWhetherItIsLive() {
    assertThat(Recorded.video("live").live()).isTrue();
    assertThat(Recorded.video("several-formats").live()).isFalse();
  }

  private static Map<String, String> metadata(String recorded, String resolution) {
    Video video = Recorded.video(recorded);
    return video.metadata(video.choose(Resolution.of(resolution)));
  }
}
