package io.framewire.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.Provider;
import org.junit.jupiter.api.Test;

class FrameSourcesTest {
  @Test
  void sayWhatWasFoundAndWhatToAdd() {
    assertThatThrownBy(() -> FrameSources.open("clip.mp4"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no frame source for \"clip.mp4\"")
        .hasMessageContaining("test: serves test:WIDTHxHEIGHT")
        .hasMessageContaining("io.framewire:framewire-source-opencv");
  }

  @Test
  void knowTheTestPictureWithoutAnyOtherModule() {
    assertThat(FrameSources.providers().all()).extracting(Provider::name).containsExactly("test");
    assertThat(FrameSources.providers().broken()).isEmpty();
  }
}
