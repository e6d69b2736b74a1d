package io.framewire.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SourceInfoTest {
  @Test
  void knowsNothingUntilItIsTold() {
    SourceInfo info = SourceInfo.UNKNOWN;
    assertThat(info.width()).isEmpty();
    assertThat(info.height()).isEmpty();
    assertThat(info.framesPerSecond()).isEmpty();
    assertThat(info.metadata()).isEmpty();
    assertThat(info.live()).isFalse();
  }

  @Test
  void keepsEachFactWhenAnotherIsAdded() {
    SourceInfo info =
        SourceInfo.UNKNOWN
            .withMetadata("title", "A film")
            .withSize(640, 480)
            .withMetadata("codec", "h264")
            .withFramesPerSecond(29.97)
            .withLive(true);
    assertThat(info.width()).hasValue(640);
    assertThat(info.height()).hasValue(480);
    assertThat(info.framesPerSecond()).hasValue(29.97);
    assertThat(info.metadata())
        .containsExactly(Map.entry("title", "A film"), Map.entry("codec", "h264"));
    assertThat(info.live()).isTrue();
  }

  @Test
  void doesNotChangeWithTheMapItWasMadeFrom() {
    Map<String, String> facts = new HashMap<>(Map.of("id", "1"));
    SourceInfo info =
        new SourceInfo(
            OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty(), facts, false);
    facts.put("id", "2");
    assertThat(info.metadata()).containsEntry("id", "1");
    assertThatThrownBy(() -> info.metadata().put("id", "3"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesWhatNoSourceHas() {
    assertThatThrownBy(() -> SourceInfo.UNKNOWN.withSize(0, 5))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> SourceInfo.UNKNOWN.withFramesPerSecond(Double.NaN))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> SourceInfo.UNKNOWN.withMetadata("title", null))
        .hasMessageContaining("title");
  }

  @Test
  void takesTheSizeOfAPictureAndOfNothingElse() {
    try (Frame picture = FramePool.unpooled().take(DType.UINT8, 4, 6, 3);
        Frame row = FramePool.unpooled().take(DType.UINT8, 4)) {
      SourceInfo sized = SourceInfo.UNKNOWN.withSizeOf(picture);
      assertThat(sized.width()).hasValue(6);
      assertThat(sized.height()).hasValue(4);
      assertThat(sized.withSizeOf(row)).isEqualTo(SourceInfo.UNKNOWN);
    }
  }
}
