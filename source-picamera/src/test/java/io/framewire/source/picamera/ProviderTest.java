package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.source.FrameSources;
import io.framewire.spi.SourceRequest;
import io.framewire.testing.ServiceDeclarations;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTest {
  @TempDir Path folder;

  private final PiCameraSourceProvider provider = new PiCameraSourceProvider();

  @Test
  void isFoundOnTheModulePathAndOnTheClassPath() {
    ServiceDeclarations module = ServiceDeclarations.of(PiCameraSourceProvider.class);
    assertThat(module.onTheModulePath()).isEqualTo(module.onTheClassPath()).hasSize(1);
    assertThat(FrameSources.providers().all())
        .anyMatch(found -> found instanceof PiCameraSourceProvider);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "/dev/video0", "clip.mp4", "test:64x48", "picamera"})
  void leavesOtherPlacesToOthers(String location) {
    assertThat(provider.supports(new SourceRequest(location, Map.of())).reason())
        .contains("serves picamera:INDEX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"picamera:0", "picamera:1?width=1280&height=720&fps=30&hflip=true"})
  void servesPiCameras(String location) {
    assertThat(provider.supports(new SourceRequest(location, Map.of())).supported()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"picamera:/dev/video0", "picamera:usb", "picamera:", "picamera:-1"})
  void whatIsNoIndexIsRefusedAndNamesTheRoadForUsbCameras(String location) {
    assertThatThrownBy(() -> provider.create(new SourceRequest(location, Map.of())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("source " + location + " is not picamera:INDEX")
        .hasMessageContaining("USB camera")
        .hasMessageContaining("framewire-source-opencv");
  }

  @ParameterizedTest
  @CsvSource({
    "picamera:0?width=1281, option width of the camera is \"1281\": use an even number",
    "picamera:0?fps=0, option fps of the camera is \"0\": use more than 0",
    "picamera:0?hflip=maybe, option hflip of the camera is \"maybe\": use true or false",
    "picamera:0?speed=9, the camera has no option \"speed\"",
    "picamera:0?width, \"width\" in source picamera:0?width is not NAME=VALUE",
    "picamera:0?camera_num=1, names camera 0",
    "picamera:99, option camera of the camera is \"99\": use 0 to 64"
  })
  void impossibleOptionsAreRefusedBeforeAnythingIsStarted(String location, String words) {
    assertThatThrownBy(() -> provider.create(new SourceRequest(location, Map.of())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(words);
  }

  @Test
  void programThatIsNoToolIsRefused() {
    assertThatThrownBy(() -> PiCameraSource.builder().tool(folder.resolve("none")).open())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is no program: give the path of rpicam-vid");
  }
}
