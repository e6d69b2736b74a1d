package io.framewire.guice;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.testing.ServiceDeclarations;
import org.junit.jupiter.api.Test;

class ServiceDeclarationsTest {
  @Test
  void thereAreNoPluginsHereOnEitherPath() {
    ServiceDeclarations guice = ServiceDeclarations.of(Streams.class);
    assertThat(guice.onTheModulePath()).isEmpty();
    assertThat(guice.onTheClassPath()).isEmpty();
    assertThat(guice.used()).as("core looks for them").isEmpty();
  }
}
