package io.framewire;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.spi.CodecProvider;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.TransportProvider;
import io.framewire.testing.ServiceDeclarations;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceDeclarationsTest {
  private final ServiceDeclarations core = ServiceDeclarations.of(FrameSender.class);

  @Test
  void agreeOnTheModulePathAndOnTheClassPath() {
    assertThat(core.onTheModulePath()).isEqualTo(core.onTheClassPath()).isNotEmpty();
  }

  @Test
  void letCoreLookForEveryKindOfPlugin() {
    assertThat(core.used())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    CodecProvider.class,
                    FrameSourceProvider.class,
                    StabilizerProvider.class,
                    TransportProvider.class)
                .map(Class::getName)
                .toList());
  }
}
