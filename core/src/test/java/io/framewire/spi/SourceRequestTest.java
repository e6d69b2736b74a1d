package io.framewire.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRequestTest {
  @Test
  void movesItsQueryToTheOptions() {
    SourceRequest plain =
        request("test:4x3?fps=0&dtype=%3Cf4&empty=&a=b=c").withoutSchemeAndQuery();
    assertThat(plain.location()).isEqualTo("4x3");
    assertThat(plain.options())
        .isEqualTo(Map.of("fps", "0", "dtype", "<f4", "empty", "", "a", "b=c"));
  }

  @Test
  void letsTheOptionsWinOverTheQuery() {
    SourceRequest request = new SourceRequest("test:4x3?fps=1&static=true", Map.of("fps", "2"));
    assertThat(request.withoutSchemeAndQuery().options())
        .isEqualTo(Map.of("fps", "2", "static", "true"));
  }

  @Test
  void dropsTheSchemeWhereThereIsNoQuery() {
    assertThat(request("test:4x3").withoutSchemeAndQuery()).isEqualTo(request("4x3"));
    assertThat(request("test:4x3").hasScheme("test")).isTrue();
    assertThat(request("tester:4x3").hasScheme("test")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"test:4x3?", "test:4x3?fps", "test:4x3?=1", "test:4x3?a=1&&b=2"})
  void refusesAQueryThatIsNotNameAndValue(String location) {
    assertThatThrownBy(() -> request(location).withoutSchemeAndQuery())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(location)
        .hasMessageContaining("NAME=VALUE");
  }

  @Test
  void refusesAValueThatIsNotEncoded() {
    assertThatThrownBy(() -> request("test:4x3?fps=100%").withoutSchemeAndQuery())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("100%")
        .hasMessageContaining("%25");
  }

  @Test
  void refusesOptionsThatNobodyReads() {
    SourceRequest request = new SourceRequest("x", Map.of("fsp", "1"));
    assertThatThrownBy(() -> request.requireOnly(Set.of("static", "fps")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no option \"fsp\": it has fps, static");
    assertThatThrownBy(() -> request.requireOnly(Set.of())).hasMessageContaining("it has none");
    request.requireOnly(Set.of("fsp"));
  }

  @Test
  void keepsItsOptionsAsTheyWere() {
    Map<String, String> options = new HashMap<>(Map.of("a", "1"));
    SourceRequest request = new SourceRequest("x", options);
    options.put("b", "2");
    assertThat(request.options()).isEqualTo(Map.of("a", "1")).isUnmodifiable();
  }

  private static SourceRequest request(String location) {
    return new SourceRequest(location, Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "rtsp://me:secret@host/x, rtsp://me:***@host/x",
    "rtsp://me:s@cret:@host:554/x?y=a@b, rtsp://me:***@host:554/x?y=***",
    "rtsp://me:s/e?c#r@et@host/x, rtsp://me:***@host/x",
    "https://host/live.m3u8?token=SECRET&part=2#t=3, https://host/live.m3u8?token=***&part=2#t=3",
    "stream:https://me:s/ecret@host/x?key=S=E, stream:https://me:***@host/x?key=***",
    "http://host:8080/x?to=me@home, http://host:8080/x?to=***",
    "https://videos.example.org/watch?v=abcDEF_123-, https://videos.example.org/watch?v=abcDEF_123-",
    "https://cdn.example.org/x?e=1234567890123456789, https://cdn.example.org/x?e=***",
    "https://cdn.example.org/x?X-Amz-Signature=0f, https://cdn.example.org/x?X-Amz-Signature=***",
    "test:4x3?fps=0, test:4x3?fps=0",
    "rtsp://me@host/x, rtsp://me@host/x",
    "http://host/a:b@c, http://host/a:b@c",
    "clip.mp4, clip.mp4"
  })
  void showsItsLocationWithoutThePassword(String location, String shown) {
    SourceRequest request = new SourceRequest(location, Map.of("token", "s3cret"));
    assertThat(request.shown()).isEqualTo(shown);
    assertThat(request.toString()).contains(shown, "token").doesNotContain("s3cret");
  }
}
