package io.framewire.source.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which form of a video is read. */
class ResolutionTest {
  @ParameterizedTest
  @CsvSource({"best,248", "BEST,248", "worst,278", "144p,278", "240p,133", "1080p,248"})
  void resolutionsHaveTheirNames(String resolution, String format) {
    assertThat(chosen("several-formats", resolution)).isEqualTo(format);
  }

  @Test
  void pictureAloneIsPreferredToPictureWithSound() {
    // 18 has sound, 134 comes before 243 in yt-dlp's order
    assertThat(chosen("several-formats", "360p")).isEqualTo("243");
  }

  @Test
  void moreFramesASecondArePreferredAndThenADirectUrl() {
    // 300 has as many, in segments
    assertThat(chosen("several-formats", "720p")).isEqualTo("298");
  }

  @Test
  void plainColoursArePreferredToHighDynamicRange() {
    // 335 is yt-dlp's own choice
    assertThat(chosen("several-formats", "1080p")).isNotEqualTo("335");
  }

  @ParameterizedTest
  @CsvSource({"480p,243", "1440p,248", "2160p,248", "4320p,248", "100p,278", "719p,243"})
  void nextSmallerOneIsTakenWhereThatIsMissingAndElseTheSmallest(String resolution, String format) {
    // 480p is there in segments of DASH, 2160p encrypted
    assertThat(chosen("several-formats", resolution)).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({"720p,tall", "1080p,wide", "480p,small", "best,wide", "worst,small"})
  void tallAndWidePicturesGoByTheNameThatSitesGiveThem(String resolution, String format) {
    assertThat(chosen("odd-shapes", resolution)).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({"best,95", "worst,91", "720p,95", "360p,91"})
  void liveStreamComesInSegments(String resolution, String format) {
    assertThat(chosen("live", resolution)).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"best", "worst", "720p"})
  void formOfUnknownSizeIsTakenWhereThereIsNoOther(String resolution) {
    String json =
        "{\"formats\":[{\"format_id\":\"mp4\",\"url\":\"http://host/clip.mp4\",\"vcodec\":null,"
            + "\"protocol\":\"http\",\"video_ext\":\"mp4\",\"resolution\":null}]}";
    assertThat(chosen(Recorded.ofJson(json), resolution)).isEqualTo("mp4");
  }

  @Test
  void videoWithOneFormMayDescribeItAlongWithItself() {
    String json = "{\"format_id\":\"only\",\"url\":\"https://host/clip.mp4\",\"ext\":\"mp4\"}";
    assertThat(chosen(Recorded.ofJson(json), "best")).isEqualTo("only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "720", "hd", "0p", "-1p", "99999p", "720p60"})
  void unknownNameIsAnError(String resolution) {
    assertThatThrownBy(() -> Resolution.of(resolution))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "option STREAM_RESOLUTION is \""
                + resolution
                + "\": use best, worst, or lines such as 144p, 480p, 720p, 1080p or 2160p");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'formats':[]} | there is no video in it",
        "{'formats':[{'url':'https://h/a.m4a','vcodec':'none'}]} | there is no video in it",
        "{'formats':[{'url':'https://h/a.mp3','video_ext':'none'}]} | there is no video in it",
        "{'formats':[{'url':'https://h/v.mp4','has_drm':true}]} | it is encrypted (DRM)",
        "{'formats':[{'url':'https://h/v.mpd','protocol':'http_dash_segments'}]}"
            + " | it comes only by http_dash_segments, which FFmpeg cannot open",
        "{'formats':[{'url':'file:///etc/passwd','protocol':'https'}]}"
            + " | it comes only by https, which FFmpeg cannot open",
        "{'formats':[{'url':'concat:a'}]} | it comes only by",
        "{'formats':[{'width':1},7,'x',null]} | it comes only by",
      })
  void whatCannotBeReadIsAnErrorThatSaysWhy(String json, String words) {
    assertThatThrownBy(() -> chosen(Recorded.ofJson(json.replace('\'', '"')), "best"))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("cannot open https://videos.example.org/page: ")
        .hasMessageContaining(words);
  }

  @Test
  void playlistIsRefusedWithTheUrlOfOneOfItsVideos() {
    assertThatThrownBy(() -> chosen("playlist", "best"))
        .isInstanceOf(SourceException.class)
        .hasMessage(
            "cannot open https://videos.example.org/page: it is a playlist: give the URL of one"
                + " video, for instance https://videos.example.org/watch?v=Tx9mZ");
  }

  private static String chosen(String recorded, String resolution) {
    return chosen(Recorded.video(recorded), resolution);
  }

  private static String chosen(Video video, String resolution) {
    return video.choose(Resolution.of(resolution)).fields().text("format_id").orElse("");
  }
}
