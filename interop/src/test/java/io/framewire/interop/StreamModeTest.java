package io.framewire.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.SourceException;
import io.framewire.file.VideoFileWriter;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stream mode with the real yt-dlp, whose generic extractor looks at a server on this machine. */
@NeedsVidgear
class StreamModeTest {
  private static final int FRAMES = 20;

  @TempDir private Path folder;
  private MediaSite site;

  @BeforeEach
  void openSite() throws IOException {
    site = new MediaSite();
  }

  @AfterEach
  void closeSite() {
    site.close();
  }

  @Test
  void videoIsDecodedAsIfItsFileWereOpened() throws IOException {
    Path file = clip("harbour.mp4", 160, 120);
    String url = site.serve("/harbour.mp4", "video/mp4", Files.readAllBytes(file));
    List<Long> direct = read(FrameSources.open(file.toString()));
    try (FrameSource source = FrameSources.open(url, options())) {
      assertThat(source.info().metadata())
          .containsEntry("id", "harbour")
          .containsEntry("title", "harbour")
          .containsEntry("extractor", "generic")
          .containsEntry("webpage_url", url);
      assertThat(source.info().live()).isFalse();
      assertThat(read(source)).hasSize(FRAMES).isEqualTo(direct);
    }
  }

  @Test
  void settingsAreUnderstoodByYtDlpAndHeadersAndCookiesReachTheStream() throws IOException {
    Path file = clip("harbour.mp4", 160, 120);
    String url = site.serve("/harbour.mp4", "video/mp4", Files.readAllBytes(file));
    site.want("Referer", "https://example.org/it's \"here\"");
    site.want("Cookie", "session=abc");
    Map<String, String> options = options();
    assertThatThrownBy(() -> FrameSources.open(url, options))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("cannot open " + url + ": yt-dlp says: ")
        .hasMessageContaining("403");
    options.put("STREAM_PARAMS", settings());
    assertThat(read(FrameSources.open(url, options))).hasSize(FRAMES);
  }

  /** All that can be set without a proxy, a certificate or a browser. */
  private String settings() throws IOException {
    Path cookies = folder.resolve("cookies.txt");
    Files.writeString(
        cookies,
        "# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t4102444800\tsession\tabc\n");
    return "{\"cookiefile\": \""
        + cookies
        + "\", \"http_headers\": {\"Referer\": \"https://example.org/it's \\\"here\\\"\"},"
        + " \"nocheckcertificate\": true, \"prefer_insecure\": true, \"legacyserverconnect\": true,"
        + " \"force_generic_extractor\": true, \"username\": \"me\", \"password\": \"it's #1\","
        + " \"twofactor\": \"1\", \"videopassword\": \"v\", \"ap_mso\": \"DTV\","
        + " \"ap_username\": \"me\", \"ap_password\": \"p\", \"source_address\": \"127.0.0.1\","
        + " \"socket_timeout\": 5, \"extractor_retries\": 1, \"sleep_interval_requests\": 0,"
        + " \"age_limit\": 18, \"extractor_args\": {\"generic\": {\"impersonate\": \"false\"}}}";
  }

  @ParameterizedTest
  @CsvSource({"best,360", "240p,144"})
  void resolutionIsChosenFromWhatYtDlpFinds(String resolution, int height) throws IOException {
    segment("small", 256, 144);
    segment("large", 640, 360);
    String master =
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=100000,RESOLUTION=256x144,CODECS=\"avc1.42001e\"\n"
            + "small.m3u8\n"
            + "#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=640x360,CODECS=\"avc1.42001e\"\n"
            + "large.m3u8\n";
    String url =
        site.serve("/master.m3u8", "application/vnd.apple.mpegurl", master.getBytes(UTF_8));
    Map<String, String> options = options();
    options.put("STREAM_RESOLUTION", resolution);
    try (FrameSource source = FrameSources.open("stream:" + url, options)) {
      assertThat(source.info().metadata()).containsEntry("height", String.valueOf(height));
      assertThat(source.info().height()).hasValue(height);
      assertThat(read(source)).hasSize(FRAMES);
    }
  }

  @Test
  void playlistIsRefused() throws IOException {
    String items = "<item><title>One</title><link>http://127.0.0.1/1</link></item>";
    String feed = "<rss version=\"2.0\"><channel><title>All</title>" + items + "</channel></rss>";
    String url = site.serve("/feed.xml", "application/rss+xml", feed.getBytes(UTF_8));
    assertThatThrownBy(() -> FrameSources.open(url, options()))
        .isInstanceOf(SourceException.class)
        .hasMessage(
            "cannot open "
                + url
                + ": it is a playlist: give the URL of one video, for instance http://127.0.0.1/1");
  }

  private static Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    options.put("stream_mode", "true");
    options.put("yt_dlp", PythonEnvironment.interpreter().resolveSibling("yt-dlp").toString());
    return options;
  }

  private void segment(String name, int width, int height) throws IOException {
    Path file = clip(name + ".ts", width, height);
    site.serve("/" + name + ".ts", "video/mp2t", Files.readAllBytes(file));
    String playlist =
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXTINF:0.8,\n"
            + name
            + ".ts\n#EXT-X-ENDLIST\n";
    site.serve("/" + name + ".m3u8", "application/vnd.apple.mpegurl", playlist.getBytes(UTF_8));
  }

  private Path clip(String name, int width, int height) throws IOException {
    Path file = folder.resolve(name);
    FramePool pool = FramePool.unpooled();
    String pictures = "test:" + width + "x" + height + "?fps=0";
    try (FrameSource source = FrameSources.open(pictures);
        VideoFileWriter writer = VideoFileWriter.create(file, 25)) {
      for (int count = 0; count < FRAMES; count++) {
        try (Frame frame = source.read(pool).orElseThrow()) {
          writer.write(frame);
        }
      }
    }
    return file;
  }

  /** Reads to the end and closes; a checksum of each frame. */
  private static List<Long> read(FrameSource source) {
    List<Long> checksums = new ArrayList<>();
    FramePool pool = FramePool.unpooled();
    try (source) {
      for (Optional<Frame> next = source.read(pool); next.isPresent(); next = source.read(pool)) {
        try (Frame frame = next.get()) {
          CRC32 checksum = new CRC32();
          checksum.update(frame.data());
          checksums.add(checksum.getValue());
        }
      }
    }
    return checksums;
  }
}
