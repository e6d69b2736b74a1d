package io.framewire.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "tcp://localhost:5555, localhost, 5555",
    "tcp://*:0, *, 0",
    "tcp://192.168.0.7:65535, 192.168.0.7, 65535",
    "tcp://[::1]:5555, ::1, 5555",
    "tcp://[fe80::1%eth0]:80, fe80::1%eth0, 80",
    "tcp://[::ffff:10.0.0.1]:80, ::ffff:10.0.0.1, 80",
    "' tcp://host-name.example:1 ', host-name.example, 1"
  })
  void hasAHostAndAPortOverTcp(String text, String host, int port) {
    Endpoint endpoint = Endpoint.parse(text);
    assertThat(endpoint.scheme()).isEqualTo("tcp");
    assertThat(endpoint.host()).isEqualTo(host);
    assertThat(endpoint.port()).isEqualTo(port);
    assertThat(endpoint).hasToString(text.trim());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://localhost", "tcp://localhost:", "tcp://:5555", "tcp://localhost:65536",
        "tcp://localhost:99999", "tcp://localhost:123456", "tcp://::1:5555", "tcp://[::1]",
        "tcp://local host:1", "tcp://host:1/path", "tcp://host:-1"
      })
  void isRefusedOverTcpWhereItIsNoHostAndPort(String text) {
    assertThatThrownBy(() -> Endpoint.parse(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("\"" + text + "\"")
        .hasMessageContaining("tcp://HOST:PORT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost:5555", "tcp:localhost:5555", "tcp://", "TCP://a:1", "://a"})
  void isRefusedWhereItHasNoSchemeAndAddress(String text) {
    assertThatThrownBy(() -> Endpoint.parse(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void isAPluginsOwnMatterBehindOtherSchemes() {
    Endpoint ipc = Endpoint.parse("ipc:///run/cam:5555");
    assertThat(ipc.scheme()).isEqualTo("ipc");
    assertThat(ipc.address()).isEqualTo("/run/cam:5555");
    assertThatThrownBy(ipc::host).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(ipc::port).hasMessageContaining("no tcp endpoint");
    assertThatThrownBy(() -> new Endpoint("ipc", "")).isInstanceOf(ConfigurationException.class);
  }

  @Test
  void hasDefaultsForBothEnds() {
    assertThat(Endpoint.DEFAULT_TO).isEqualTo(Endpoint.parse("tcp://localhost:5555"));
    assertThat(Endpoint.DEFAULT_AT).isEqualTo(Endpoint.parse("tcp://*:5555"));
  }
}
