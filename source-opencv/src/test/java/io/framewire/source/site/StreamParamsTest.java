package io.framewire.source.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamParamsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | ``",
        "{\"nocheckcertificate\": true} | '--no-check-certificates'",
        "{\"nocheckcertificate\": false} | ``",
        "{\"socket_timeout\": 7.5} | '--socket-timeout=7.5'",
        "{\"cookiefile\": \"/my cookies.txt\"} | '--cookies=/my cookies.txt'",
        "{\"password\": \"-x $HOME `id` \\\\ #\"} | '--password=-x $HOME `id` \\ #'",
        "{\"password\": \"it's\"} | '--password=it'\"'\"'s'",
        "{\"http_headers\": {\"Referer\": \"https://a/b\"}} | '--add-headers=Referer:https://a/b'",
        "{\"std_headers\": {\"DNT\": 1}} | '--add-headers=DNT:1'",
        "{\"extractor_args\": {\"youtube\": {\"player_client\": [\"web\", \"tv\"], \"lang\": \"a,b\"}}}"
            + " | '--extractor-args=youtube:player_client=web,tv;lang=a\\,b'",
      })
  void settingsBecomeLinesOfAConfiguration(String json, String line) {
    String expected = line == null || line.isEmpty() ? "" : line + "\n";
    assertThat(StreamParams.of(json).config()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exec_cmd",
        "exec",
        "netrc_cmd",
        "external_downloader",
        "postprocessors",
        "ffmpeg_location",
        "outtmpl",
        "paths",
        "format",
        "download_archive",
        "enable_file_urls",
        "allow_unplayable_formats",
        "plugin_dirs",
        "cachedir",
        "js_runtimes",
        "--exec"
      })
  void settingsThatRunOrSaveSomethingAreUnknown(String name) {
    assertThatThrownBy(() -> StreamParams.of("{\"" + name + "\": \"touch /tmp/x\"}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("option STREAM_PARAMS has no \"" + name + "\": it has age_limit,")
        .hasMessageContaining("cookiefile");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"password\": \"two\\nlines\"}",
        "{\"password\": [\"secret\"]}",
        "{\"password\": null}",
        "{\"http_headers\": {\"A\": \"b\\r\\nC: d\"}}",
        "{\"http_headers\": {\"A\\n--exec\": \"b\"}}",
        "{\"http_headers\": \"A: b\"}",
        "{\"nocheckcertificate\": \"yes\"}",
        "{\"extractor_args\": {\"youtube\": \"x\"}}"
      })
  void valuesOfTheWrongKindAreAnErrorThatDoesNotQuoteThem(String json) {
    assertThatThrownBy(() -> StreamParams.of(json))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("in option STREAM_PARAMS: use ")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nocheckcertificate=true", "[1]", "{\"a\": ", "null", "7"})
  void otherThanAJsonObjectIsAnError(String text) {
    assertThatThrownBy(() -> StreamParams.of(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("option STREAM_PARAMS is no JSON object");
  }

  @Test
  void moreThanAPipeHoldsIsAnError() {
    String json = "{\"password\": \"" + "x".repeat(20_000) + "\"}";
    assertThatThrownBy(() -> StreamParams.of(json))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is longer than 16384 characters");
  }

  @Test
  void passwordsAreNotInWhatIsLogged() {
    assertThat(StreamParams.of("{\"password\": \"secret\"}")).hasToString("settings of yt-dlp");
  }
}
