package io.framewire.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.Provider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;
import java.util.Optional;
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

  @Test
  void openWhatAProviderOfTheProgramServes() {
    FrameSourceProvider given = new Nothing();
    assertThat(FrameSources.builder("nothing:").provider(given).open()).isSameAs(Nothing.SOURCE);
    assertThatThrownBy(() -> FrameSources.builder("clip.mp4").provider(given).open())
        .hasMessageContaining("nothing: serves nothing:")
        .hasMessageContaining("test: serves test:WIDTHxHEIGHT");
  }

  private static final class Nothing implements FrameSourceProvider {
    static final FrameSource SOURCE = FrameSource.of(pool -> Optional.empty());

    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public Support supports(SourceRequest request) {
      return Support.when(request.hasScheme("nothing"), "serves nothing:");
    }

    @Override
    public FrameSource create(SourceRequest request) {
      return SOURCE;
    }
  }
}
