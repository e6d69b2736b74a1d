package io.framewire.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.spi.Providers;
import io.framewire.spi.Stabilizer;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.Support;
import io.framewire.testing.ServiceDeclarations;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvidersTest {
  private final Providers<StabilizerProvider> providers =
      Providers.load(StabilizerProvider.class, "stabilizer");

  @Test
  void aswIsChosenUnlessAnotherIsAskedFor() {
    assertThat(choose(Optional.empty())).isInstanceOf(AswStabilizerProvider.class);
    assertThat(choose(Optional.of("asw"))).isInstanceOf(AswStabilizerProvider.class);
    assertThat(choose(Optional.of("online"))).isInstanceOf(OnlineStabilizerProvider.class);
  }

  @Test
  void eachMakesAStabilizer() {
    for (StabilizerProvider provider : providers.all()) {
      assertThat(provider.available().supported()).isTrue();
      try (Stabilizer stabilizer = provider.create()) {
        assertThat(stabilizer).isNotNull();
      }
    }
  }

  @Test
  void theModuleAndTheClassPathDeclareTheSame() {
    ServiceDeclarations declared = ServiceDeclarations.of(Stabilizers.class);
    assertThat(declared.onTheModulePath()).isEqualTo(declared.onTheClassPath()).isNotEmpty();
  }

  private StabilizerProvider choose(Optional<String> name) {
    return providers.choose(name, provider -> Support.yes(), "a test", "none");
  }
}
