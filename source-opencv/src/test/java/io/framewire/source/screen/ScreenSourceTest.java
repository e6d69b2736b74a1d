package io.framewire.source.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.SourceRequest;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be shown without a display; the tests in interop have a virtual one. */
class ScreenSourceTest {
  @Test
  void noDisplayIsAnErrorThatSaysSo() {
    assertThat(System.getProperty("java.awt.headless")).isEqualTo("true");
    assertThatThrownBy(() -> FrameSources.open("screen:"))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("cannot open \"screen:\" here: screen: there is no display here")
        .hasMessageContaining("set DISPLAY");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_BGR,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_USHORT_565_RGB
      })
  void picturesOfEveryKindBecomeBlueGreenRed(int kind) {
    BufferedImage picture = new BufferedImage(3, 2, kind);
    picture.setRGB(0, 0, Color.RED.getRGB());
    picture.setRGB(2, 0, Color.GREEN.getRGB());
    picture.setRGB(1, 1, Color.BLUE.getRGB());
    BufferedImage canvas = new BufferedImage(3, 2, BufferedImage.TYPE_3BYTE_BGR);
    try (Frame frame = ScreenSource.frame(picture, canvas, FramePool.unpooled())) {
      assertThat(frame.shape()).containsExactly(2, 3, 3);
      assertThat(pixel(frame, 0, 0)).containsExactly(0, 0, 255);
      assertThat(pixel(frame, 0, 2)).containsExactly(0, 255, 0);
      assertThat(pixel(frame, 1, 1)).containsExactly(255, 0, 0);
    }
  }

  @Test
  void partIsCountedFromTheScreensOwnCorner() {
    Screen second = new Screen(1, new Rectangle(1920, 0, 1280, 1024));
    assertThat(second.part(settings("1", Map.of()))).isEqualTo(second.bounds());
    assertThat(second.part(settings("1?x=10&y=20&width=640", Map.of())))
        .isEqualTo(new Rectangle(1930, 20, 640, 1004));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x=1280", "y=2000", "x=641&width=640", "height=1025"})
  void partThatIsNotOnTheScreenIsAnError(String query) {
    Screen screen = new Screen(0, new Rectangle(0, 0, 1280, 1024));
    assertThatThrownBy(() -> screen.part(settings("0?" + query, Map.of())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is not on screen 0, which has 1280x1024 pixels");
  }

  @ParameterizedTest
  @CsvSource({
    "x,-1",
    "y,a",
    "width,0",
    "height,1.5",
    "width,99999",
    "fps,-1",
    "fps,x",
    "timeout,0",
    "fps,NaN"
  })
  void impossibleOptionsAreErrors(String option, String value) {
    assertThatThrownBy(() -> settings("", Map.of(option, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("option " + option + " of the screen is \"" + value + "\": use ");
  }

  @Test
  void unknownOptionIsAnError() {
    assertThatThrownBy(() -> settings("", Map.of("monitor", "1")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no option \"monitor\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "-1", "1.0", "0/1"})
  void whatIsNoNumberOfAScreenIsAnError(String number) {
    assertThatThrownBy(() -> settings(number, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("screen:" + number + " is no screen");
  }

  private static ScreenSettings settings(String place, Map<String, String> options) {
    return ScreenSettings.of(new SourceRequest("screen:" + place, options).withoutSchemeAndQuery());
  }

  private static int[] pixel(Frame frame, int row, int column) {
    ByteBuffer bytes = frame.data();
    int[] pixel = new int[3];
    for (int channel = 0; channel < pixel.length; channel++) {
      pixel[channel] = bytes.get((row * frame.dimension(1) + column) * 3 + channel) & 0xff;
    }
    return pixel;
  }
}
