package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "clip.mp4",
        "/no/such/clip.mp4",
        "./0",
        "./a:b.mp4",
        "dir/a:b.mp4",
        "C:\\clips\\clip.mp4",
        "img_%03d.png",
        "frames/*.png",
        "file:///clips/clip.mp4",
        "http://host/clip.mp4",
        "HTTPS://host/live.m3u8",
        "rtsp://me:secret@host:554/door",
        "rtmp://host/app",
        "udp://@:1234",
        "tcp://host:1234",
        "1234"
      })
  void ffmpegServesPathsAndUrls(String location) {
    assertThat(ask(new FfmpegSourceProvider(), location)).isEqualTo(Support.yes());
    assertThat(ask(new CameraSourceProvider(), location).supported()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "12", "/dev/video0", "/dev/video12"})
  void openCvServesCameras(String location) {
    assertThat(ask(new CameraSourceProvider(), location)).isEqualTo(Support.yes());
    assertThat(ask(new FfmpegSourceProvider(), location).reason()).contains("which opencv serves");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"test:64x48", "picamera:0", "foo:bar", "foo://bar", "http:clip", "concat:a|b", ""})
  void otherSchemesAreLeftToTheirPlugins(String location) {
    assertThat(ask(new FfmpegSourceProvider(), location).reason()).contains("serves files");
    assertThat(ask(new CameraSourceProvider(), location).reason()).contains("serves cameras");
  }

  @Test
  void unknownSchemeIsAnErrorThatSaysWhatWasTried() {
    assertThatThrownBy(() -> FrameSources.open("foo:bar"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no frame source for \"foo:bar\"")
        .hasMessageContaining("ffmpeg: serves files")
        .hasMessageContaining("opencv: serves cameras");
  }

  @Test
  void bothAreAvailableHere() {
    assertThat(new FfmpegSourceProvider().available()).isEqualTo(Support.yes());
    assertThat(new CameraSourceProvider().available()).isEqualTo(Support.yes());
  }

  @ParameterizedTest
  @CsvSource({
    "rtsp://me:secret@host/door,rtsp://me:***@host/door",
    "rtsp://me:s@cret@host/door,rtsp://me:***@host/door",
    "udp://@:1234,udp://@:1234"
  })
  void passwordsAreHiddenInMessages(String location, String shown) {
    assertThat(Place.of(location)).hasToString(shown);
  }

  @Test
  void moduleDescriptorAndServicesFileAgree() throws IOException {
    String file = "META-INF/services/" + FrameSourceProvider.class.getName();
    ModuleDescriptor module;
    try (InputStream descriptor = beside("module-info.class").openStream()) {
      module = ModuleDescriptor.read(descriptor);
    }
    try (BufferedReader services =
        new BufferedReader(
            new InputStreamReader(beside(file).openStream(), StandardCharsets.UTF_8))) {
      assertThat(module.provides())
          .singleElement()
          .satisfies(
              provided -> {
                assertThat(provided.service()).isEqualTo(FrameSourceProvider.class.getName());
                assertThat(services.lines().toList())
                    .containsExactlyInAnyOrderElementsOf(provided.providers());
              });
    }
  }

  private static URL beside(String file) throws IOException {
    URL here = CameraSourceProvider.class.getProtectionDomain().getCodeSource().getLocation();
    return URI.create(here.toString().endsWith("/") ? here + file : "jar:" + here + "!/" + file)
        .toURL();
  }

  private static Support ask(FrameSourceProvider provider, String location) {
    return provider.supports(new SourceRequest(location, Map.of()));
  }
}
