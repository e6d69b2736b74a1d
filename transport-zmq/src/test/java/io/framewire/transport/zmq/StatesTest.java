package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ProtocolException;
import io.framewire.frame.FramePool;
import io.framewire.spi.Situation;
import io.framewire.spi.Situation.State;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportRequest;
import io.framewire.testing.Requests;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a listener is told of the other side. */
class StatesTest {
  @RegisterExtension final Lab lab = new Lab();
  private final List<State> told = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource
  void tellsOfAPeerThatComesAndLeavesAndOfTriesInVain(Pattern pattern) {
    Transport receiver = lab.receiver(pattern);
    Transport sender = open(pattern, Role.SENDER, receiver.endpoint(), false);
    awaitTold(State.CONNECTED);
    receiver.close();
    awaitTold(State.CONNECTED, State.DISCONNECTED, State.RETRYING);
    assertThat(sender.situation().words()).contains("nothing listens there now");
    lab.open(Lab.request(pattern, Role.RECEIVER, receiver.endpoint(), true));
    awaitTold(State.CONNECTED, State.DISCONNECTED, State.RETRYING, State.CONNECTED);
    assertThat(sender.peersLost()).isEqualTo(1);
  }

  @Test
  void tellsOfSeveralPeersOnlyWhenTheFirstComesAndTheLastHasLeft() {
    Transport receiver = open(Pattern.PUSH_PULL, Role.RECEIVER, Lab.ANY, true);
    Transport one = lab.sender(Pattern.PUSH_PULL, receiver.endpoint());
    awaitTold(State.CONNECTED);
    Transport other = lab.sender(Pattern.PUSH_PULL, receiver.endpoint());
    await().until(() -> other.situation().state() == State.CONNECTED);
    one.close();
    await().until(() -> receiver.peersLost() == 1);
    awaitTold(State.CONNECTED);
    other.close();
    awaitTold(State.CONNECTED, State.DISCONNECTED);
    assertThat(receiver.peersLost()).isEqualTo(2);
  }

  @Test
  void tellsOfAnIncompatiblePeerAsTheLastWord() {
    Transport receiver = lab.receiver(Pattern.REQ_REP);
    CompletableFuture<?> waiting = Lab.background(() -> receiver.receive(LONG));
    Transport sender = open(Pattern.PAIR, Role.SENDER, receiver.endpoint(), false);
    sender.send(text("frame"), LONG);
    assertThatThrownBy(() -> sender.receive(LONG)).isInstanceOf(ProtocolException.class);
    receiver.close();
    assertThat(waiting).isNotNull();
    awaitTold(State.INCOMPATIBLE);
  }

  private Transport open(Pattern pattern, Role role, Endpoint at, boolean bind) {
    return lab.open(
        new TransportRequest(
            at, pattern, role, bind, new FramePool(), Requests.options(), this::tell));
  }

  private void tell(Situation situation) {
    told.add(situation.state());
  }

  private void awaitTold(State... states) {
    await().atMost(LONG).untilAsserted(() -> assertThat(told).containsExactly(states));
  }
}
