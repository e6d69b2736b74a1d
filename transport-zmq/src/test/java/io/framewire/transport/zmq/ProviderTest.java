package io.framewire.transport.zmq;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.spi.Providers;
import io.framewire.spi.TransportProvider;
import io.framewire.testing.ServiceDeclarations;
import io.framewire.wire.Endpoint;
import org.junit.jupiter.api.Test;

class ProviderTest {
  private final ZmqTransportProvider provider = new ZmqTransportProvider();

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(Providers.load(TransportProvider.class, "transport").all())
        .hasAtLeastOneElementOfType(ZmqTransportProvider.class);
  }

  @Test
  void moduleAndServiceFileAgree() {
    ServiceDeclarations declared = ServiceDeclarations.of(ZmqTransportProvider.class);
    assertThat(declared.onTheModulePath())
        .isEqualTo(declared.onTheClassPath())
        .containsOnlyKeys(TransportProvider.class.getName());
  }

  @Test
  void carriesTcpAndIpc() {
    assertThat(provider.name()).isEqualTo("zmq");
    assertThat(provider.supports(Endpoint.parse("tcp://*:5555")).supported()).isTrue();
    assertThat(provider.supports(Endpoint.parse("ipc:///run/cam:5555")).supported()).isTrue();
  }

  @Test
  void refusesTheRestAndSaysWhy() {
    assertThat(provider.supports(Endpoint.parse("udp://localhost:5555")).reason())
        .contains("tcp://HOST:PORT and ipc:///PATH");
  }
}
