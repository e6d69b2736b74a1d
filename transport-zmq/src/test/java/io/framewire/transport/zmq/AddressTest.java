package io.framewire.transport.zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ConfigurationException;
import io.framewire.error.TransportException;
import io.framewire.spi.Transport;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @RegisterExtension final Lab lab = new Lab();

  @ParameterizedTest
  @ValueSource(strings = {"tcp://*:0", "tcp://localhost:0", "tcp://127.0.0.1:0", "tcp://[::1]:0"})
  void tellsThePortThatWasFoundAndKeepsTheHost(String endpoint) {
    Transport bound = bind(endpoint);
    String host = endpoint.substring(0, endpoint.length() - 1);
    assertThat(bound.endpoint().toString()).startsWith(host);
    assertThat(bound.endpoint().port()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://*:5555", "tcp://localhost:0"})
  void refusesToConnectWhereOnlyOneCanBind(String endpoint) {
    assertThatThrownBy(() -> connect(endpoint))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "cannot connect to "
                + endpoint
                + ": * and port 0 are for the end that binds; name host and port");
  }

  @Test
  void saysThatThePortIsInUse() {
    Endpoint taken = bind("tcp://127.0.0.1:0").endpoint();
    assertThatThrownBy(() -> bind(taken.toString()))
        .isInstanceOf(TransportException.class)
        .hasMessage(
            "cannot bind "
                + taken
                + ": the port is in use; stop the program that has it, or choose another");
    await()
        .untilAsserted(
            () -> assertThat(Lab.zmqThreads()).as("threads of the one that is open").isEqualTo(2));
  }

  @Test
  void saysThatThisMachineHasNoSuchAddress() {
    assertThatThrownBy(() -> bind("tcp://192.0.2.1:5555"))
        .isInstanceOf(TransportException.class)
        .hasMessage(
            "cannot bind tcp://192.0.2.1:5555: this machine has no such address; use one it has, or *");
  }

  @Test
  void saysWhichHostCannotBeFound() {
    for (boolean bind : new boolean[] {true, false}) {
      Endpoint nowhere = Endpoint.parse("tcp://no-such-host.invalid:5555");
      assertThatThrownBy(() -> lab.open(Lab.request(Pattern.PAIR, Role.SENDER, nowhere, bind)))
          .isInstanceOf(TransportException.class)
          .hasMessage(
              "cannot find host \"no-such-host.invalid\" of tcp://no-such-host.invalid:5555: check the name");
    }
    assertThat(Lab.zmqThreads()).isZero();
  }

  @Test
  void saysThatNothingListens() {
    Transport sender = connect("tcp://127.0.0.1:1");
    assertThat(sender.situation().words()).isEqualTo("nothing listens at tcp://127.0.0.1:1");
  }

  private Transport bind(String endpoint) {
    return lab.open(Lab.request(Pattern.PAIR, Role.RECEIVER, Endpoint.parse(endpoint), true));
  }

  private Transport connect(String endpoint) {
    return lab.open(Lab.request(Pattern.PAIR, Role.SENDER, Endpoint.parse(endpoint), false));
  }
}
