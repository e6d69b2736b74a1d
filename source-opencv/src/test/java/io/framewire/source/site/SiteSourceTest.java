package io.framewire.source.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.file.Clips;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos that a stand-in for yt-dlp knows, decoded from a server on this machine. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
class SiteSourceTest {
  private static final String PAGE = "https://videos.example.org/watch?v=1";
  private static final int FRAMES = 12;

  @TempDir Path folder;
  private MediaServer media;

  @BeforeEach
  void startServer() throws IOException {
    media = new MediaServer();
  }

  @AfterEach
  void stopServer() {
    media.close();
  }

  @Test
  void videoIsReadByThePageItIsOn() throws IOException {
    FakeYtDlp ytDlp = knows(Map.of("title", "Clip"), format("mp4", clip("clip.mp4", 96, 128)));
    try (FrameSource source = FrameSources.open(PAGE, ytDlp.options())) {
      SourceInfo info = source.info();
      assertThat(info.metadata()).containsEntry("title", "Clip").containsEntry("format_id", "mp4");
      assertThat(info.live()).isFalse();
      assertThat(countOf(source, 96, 128)).isEqualTo(FRAMES);
    }
    assertThat(ytDlp.arguments()).endsWith("--", PAGE);
  }

  @Test
  void schemeDoesWithoutTheOption() throws IOException {
    FakeYtDlp ytDlp = knows(Map.of(), format("mp4", clip("clip.mp4", 96, 128)));
    Map<String, String> options = Map.of("yt_dlp", ytDlp.program().toString());
    try (FrameSource source = FrameSources.open("stream:" + PAGE, options)) {
      assertThat(countOf(source, 96, 128)).isEqualTo(FRAMES);
    }
    assertThat(ytDlp.arguments()).endsWith("--", PAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"worst", "best", "144p", "240p"})
  void resolutionThatWasAskedForIsRead(String resolution) throws IOException {
    FakeYtDlp ytDlp =
        knows(
            Map.of(),
            sized(format("small", clip("small.mp4", 144, 256)), 144, 256),
            sized(format("large", clip("large.mp4", 240, 426)), 240, 426));
    boolean small = resolution.equals("worst") || resolution.equals("144p");
    try (FrameSource source =
        FrameSources.open(PAGE, with(ytDlp, "STREAM_RESOLUTION", resolution))) {
      assertThat(source.info().metadata()).containsEntry("format_id", small ? "small" : "large");
      assertThat(small ? countOf(source, 144, 256) : countOf(source, 240, 426)).isEqualTo(FRAMES);
    }
  }

  @Test
  void optionsOfTheDecoderArePassedOn() throws IOException {
    FakeYtDlp ytDlp = knows(Map.of(), format("mp4", clip("clip.mp4", 96, 128)));
    assertThatThrownBy(() -> FrameSources.open(PAGE, with(ytDlp, "threads", "many")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("threads");
    try (FrameSource source = FrameSources.open(PAGE, with(ytDlp, "threads", "1"))) {
      assertThat(countOf(source, 96, 128)).isEqualTo(FRAMES);
    }
  }

  @Test
  void headersAndCookiesThatTheSiteWantsAreSent() throws IOException {
    Map<String, Object> format = format("mp4", clip("clip.mp4", 96, 128));
    format.put(
        "http_headers",
        Map.of(
            "User-Agent", "Browser 7",
            "Referer", "https://videos.example.org/",
            "Accept-Encoding", "gzip",
            "X-Split", "a\r\nX-Added: b"));
    format.put(
        "cookies",
        "session=\"a b\"; Domain=127.0.0.1; Path=/; Expires=4102444800; other=2; Path=/;"
            + " deep=3; Domain=127.0.0.1; Path=/deep; sealed=4; Domain=127.0.0.1; Path=/; Secure;"
            + " strange=5; Domain=example.org; Path=/");
    try (FrameSource source = FrameSources.open(PAGE, knows(Map.of(), format).options())) {
      assertThat(countOf(source, 96, 128)).isEqualTo(FRAMES);
    }
    assertThat(media.asked())
        .isNotEmpty()
        .allSatisfy(
            headers -> {
              assertThat(headers.get("User-Agent")).containsExactly("Browser 7");
              assertThat(headers.get("Referer")).containsExactly("https://videos.example.org/");
              assertThat(headers.get("Cookie")).containsExactly("session=\"a b\"; other=2");
              assertThat(headers).doesNotContainKeys("Accept-encoding", "X-split", "X-added");
            });
  }

  @Test
  void liveStreamIsALiveSource() throws IOException {
    Path segment = Clips.video(folder.resolve("clip.ts"), FRAMES, 96, 128, 3);
    media.serve("/0.ts", Files.readAllBytes(segment));
    String playlist =
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXTINF:0.48,\n0.ts\n#EXT-X-ENDLIST\n";
    Map<String, Object> format = format("91", media.serve("/live.m3u8", playlist.getBytes()));
    format.put("protocol", "m3u8_native");
    try (FrameSource source =
        FrameSources.open(PAGE, knows(Map.of("is_live", true), format).options())) {
      assertThat(source.info().live()).isTrue();
      assertThat(source.info().metadata()).containsEntry("is_live", "true");
      assertThat(countOf(source, 96, 128)).isEqualTo(FRAMES);
    }
  }

  @Test
  void errorNamesThePageAndNotTheAddressThatYtDlpFound() {
    FakeYtDlp ytDlp = knows(Map.of(), format("gone", media.url("/gone.mp4?signature=1")));
    assertThatThrownBy(() -> FrameSources.open(PAGE, ytDlp.options()))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("cannot open " + PAGE + ": ")
        .hasMessageContaining("404")
        .hasMessageNotContaining("signature");
  }

  @Test
  void streamThatBreaksOffIsAnErrorThatNamesThePage() throws IOException {
    byte[] clip = Files.readAllBytes(Clips.video(folder.resolve("clip.mkv"), 60, 96, 128, 3));
    byte[] damaged = clip.clone();
    Arrays.fill(damaged, clip.length / 2, clip.length, (byte) 0x55);
    FakeYtDlp ytDlp = knows(Map.of(), format("mkv", media.serve("/clip.mkv", damaged)));
    try (FrameSource source = FrameSources.open(PAGE, ytDlp.options())) {
      assertThatThrownBy(() -> countOf(source, 96, 128))
          .isInstanceOf(SourceException.class)
          .hasMessageStartingWith(PAGE);
    }
  }

  @Test
  void ffGearsStreamModeIsTheSame() throws IOException {
    FakeYtDlp ytDlp = knows(Map.of(), format("mp4", clip("clip.mp4", 96, 128)));
    try (FrameSource source = FrameSources.open(PAGE, with(ytDlp, "api", "FFGEAR"))) {
      assertThat(source.info().metadata()).containsEntry("format_id", "mp4");
      assertThat(countOf(source, 96, 128)).isEqualTo(FRAMES);
    }
  }

  @Test
  void falseOpensTheLocationAsItIs() throws IOException {
    String url = clip("clip.mp4", 96, 128);
    try (FrameSource source = FrameSources.open(url, Map.of("stream_mode", "false"))) {
      assertThat(countOf(source, 96, 128)).isEqualTo(FRAMES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "clip.mp4", "test:64x48", "file:///etc/passwd", "ytsearch:x", "-x"})
  void whatIsNoPageIsAnError(String location) {
    assertThatThrownBy(() -> FrameSources.open(location, Map.of("stream_mode", "true")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("source " + location + " is not a video's page to look at");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream:", "stream:0", "stream:--exec", "stream:file:///etc/passwd"})
  void schemeBeforeWhatIsNoPageIsAnError(String location) {
    assertThatThrownBy(() -> FrameSources.open(location))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is not a video's page to look at");
  }

  @Test
  void impossibleOptionsAreErrorsBeforeYtDlpRuns() {
    FakeYtDlp ytDlp = knows(Map.of());
    for (String option : List.of("stream_mode", "yt_dlp_timeout", "yt_dlp")) {
      assertThatThrownBy(() -> FrameSources.open(PAGE, with(ytDlp, option, " ")))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("option " + option + " is \" \": use ");
    }
    assertThat(folder.resolve("arguments")).doesNotExist();
  }

  @Test
  void listOfSourcesSaysWhereYtDlpIsOrHowToGetIt() {
    assertThat(new SiteSourceProvider().found())
        .singleElement()
        .asString()
        .matches("stream:URL of a video's page, through .*|no yt-dlp on the PATH: get it with .*");
  }

  private FakeYtDlp knows(Map<String, Object> video, Map<?, ?>... formats) {
    Map<String, Object> metadata = new HashMap<>(video);
    metadata.put("id", "1");
    metadata.put("formats", List.of(formats));
    return FakeYtDlp.thatPrints(folder, json(metadata));
  }

  private static String json(Object value) {
    try {
      return JSON.std.asString(value);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Map<String, Object> format(String id, String url) {
    Map<String, Object> format = new HashMap<>();
    format.put("format_id", id);
    format.put("url", url);
    format.put("protocol", "http");
    return format;
  }

  private static Map<String, Object> sized(Map<String, Object> format, int height, int width) {
    format.put("height", height);
    format.put("width", width);
    return format;
  }

  /** Serves a clip; its URL. */
  private String clip(String name, int height, int width) throws IOException {
    Path file = Clips.video(folder.resolve(name), FRAMES, height, width, 3);
    return media.serve("/" + name, Files.readAllBytes(file));
  }

  private static Map<String, String> with(FakeYtDlp ytDlp, String option, String value) {
    Map<String, String> options = new HashMap<>(ytDlp.options());
    options.put(option, value);
    return options;
  }

  /** Reads all frames, which have this size. */
  private static int countOf(FrameSource source, int height, int width) {
    FramePool pool = FramePool.unpooled();
    int count = 0;
    for (Optional<Frame> next = source.read(pool); next.isPresent(); next = source.read(pool)) {
      try (Frame frame = next.get()) {
        assertThat(frame.shape()).containsExactly(height, width, 3);
        count++;
      }
    }
    return count;
  }
}
