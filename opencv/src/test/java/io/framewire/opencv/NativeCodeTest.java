package io.framewire.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.Support;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.annotation.Platform;
import org.junit.jupiter.api.Test;

class NativeCodeTest {
  @Platform(library = "jninothing")
  private static final class Nothing {}

  @Platform(library = "jnibroken")
  private static final class Broken {}

  private final NativeCode missing =
      NativeCode.of(
          "Nothing", List.of("javacpp/jnijavacpp", "nothing/jninothing"), List.of(Nothing.class));

  @Test
  void openCvIsAvailableHereAndLoadsTwice() {
    assertThat(OpenCv.available().supported()).isTrue();
    OpenCv.load();
    OpenCv.load();
  }

  @Test
  void missingCodeIsNamedWithArtifactAndClassifier() {
    Support support = missing.available();
    assertThat(support.supported()).isFalse();
    assertThat(support.reason())
        .isEqualTo(
            "Nothing's native code for %1$s is missing: add org.bytedeco:nothing with classifier"
                + " %1$s",
            Loader.getPlatform());
  }

  @Test
  void loadingMissingCodeIsOurErrorWithTheSameWords() {
    assertThatThrownBy(missing::load)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(missing.available().reason())
        .hasCauseInstanceOf(UnsatisfiedLinkError.class);
  }

  @Test
  void codeThatIsThereButDoesNotLoadIsOurErrorWithTheReason() {
    NativeCode broken =
        NativeCode.of("Nothing", List.of("javacpp/jnijavacpp"), List.of(Broken.class));
    assertThatThrownBy(broken::load)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("does not load (")
        .hasMessageContaining("cachedir");
    assertThatThrownBy(broken::load).isInstanceOf(ConfigurationException.class);
  }
}
