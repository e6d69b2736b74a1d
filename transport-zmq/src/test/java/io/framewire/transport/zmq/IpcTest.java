package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Exchanges.LINGER;
import static io.framewire.transport.zmq.Exchanges.exchange;
import static io.framewire.transport.zmq.Exchanges.lastWord;
import static io.framewire.transport.zmq.Exchanges.sendAndClose;
import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.checkFrame;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ProtocolException;
import io.framewire.frame.FramePool;
import io.framewire.spi.Situation.State;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What passes through a socket file. */
class IpcTest {
  private static final int[] SIZES = {0, 1, 8_192, 100_000, 262_144, 921_600, 25_000_000};

  @RegisterExtension final Lab lab = new Lab();
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void carriesFramesFromTheEndThatConnectsToTheEndThatBinds(Pattern pattern) {
    Transport receiver = open(pattern, Role.RECEIVER, true);
    exchange(pattern, open(pattern, Role.SENDER, false), receiver, SIZES);
  }

  @ParameterizedTest
  @EnumSource
  void carriesFramesFromTheEndThatBindsToTheEndThatConnects(Pattern pattern) {
    Transport sender = open(pattern, Role.SENDER, true);
    exchange(pattern, sender, open(pattern, Role.RECEIVER, false), SIZES);
  }

  @ParameterizedTest
  @EnumSource(names = {"PUSH_PULL", "PUB_SUB"})
  void lingersUntilASlowReaderHasTheEnd(Pattern pattern) {
    for (boolean senderBinds : new boolean[] {true, false}) {
      Transport first = open(pattern, senderBinds ? Role.SENDER : Role.RECEIVER, true);
      Transport second = open(pattern, senderBinds ? Role.RECEIVER : Role.SENDER, false);
      Transport sender = senderBinds ? first : second;
      Transport receiver = senderBinds ? second : first;
      CompletableFuture<Object> sent =
          Lab.background(() -> sendAndClose(sender, new FramePool(), 2_500_000));
      try (Multipart message = receiver.receive(LONG).orElseThrow()) {
        assertThat(checkFrame(message)).isZero();
      }
      assertThat(lastWord(receiver)).isEqualTo("end");
      assertThat(sent).succeedsWithin(Duration.ofSeconds(5));
      receiver.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "REQ_REP"})
  void deliversTheConfirmationThatIsSentJustBeforeClosing(Pattern pattern) {
    for (int round = 0; round < 10; round++) {
      Transport receiver = open(pattern, Role.RECEIVER, true);
      Transport sender = open(pattern, Role.SENDER, false);
      sender.send(text("end"), LONG);
      assertThat(receiveWord(receiver)).isEqualTo("end");
      receiver.send(text("seen"), LONG);
      receiver.close(LINGER);
      assertThat(receiveWord(sender)).isEqualTo("seen");
      sender.close();
    }
  }

  @RepeatedTest(10)
  void deliversTheEndToAReceiverThatConnectsAtTheLastMoment() {
    Transport receiver = open(Pattern.PUSH_PULL, Role.RECEIVER, true);
    Transport sender = open(Pattern.PUSH_PULL, Role.SENDER, false);
    assertThat(sender.send(text("end"), LONG)).isEqualTo(Sent.YES);
    sender.close(LINGER);
    assertThat(receiveWord(receiver)).isEqualTo("end");
  }

  @ParameterizedTest
  @EnumSource
  void aSenderWaitsForAReceiverThatAppearsLater(Pattern pattern) {
    Transport sender = open(pattern, Role.SENDER, false);
    assertThat(sender.situation().words()).isEqualTo("nothing listens at " + at());
    CompletableFuture<Sent> sent = Lab.background(() -> sender.send(text("early"), LONG));
    Transport receiver = open(pattern, Role.RECEIVER, true);
    assertThat(receiveWord(receiver)).isEqualTo("early");
    assertThat(sent.join()).isEqualTo(Sent.YES);
    assertThat(sender.situation().state()).isEqualTo(State.CONNECTED);
  }

  @Test
  void aSenderGoesOnWhenTheReceiverHasRestarted() {
    Transport receiver = open(Pattern.PUSH_PULL, Role.RECEIVER, true);
    Transport sender = open(Pattern.PUSH_PULL, Role.SENDER, false);
    for (int life = 0; life < 5; life++) {
      String word = "life " + life;
      sender.send(text(word), LONG);
      assertThat(receiveWord(receiver)).isEqualTo(word);
      receiver.close();
      await().until(() -> sender.situation().peerHasGone());
      receiver = open(Pattern.PUSH_PULL, Role.RECEIVER, true);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Pattern.class,
      names = {"PAIR", "REQ_REP", "PUSH_PULL"})
  void saysWhichPatternThePeerHas(Pattern mine) {
    Pattern theirs = mine == Pattern.PAIR ? Pattern.REQ_REP : Pattern.PAIR;
    Transport receiver = open(theirs, Role.RECEIVER, true);
    Transport sender = open(mine, Role.SENDER, false);
    assertThatThrownBy(() -> firstExchange(sender))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("the peer at " + at() + " has pattern " + theirs.word(Role.RECEIVER));
    receiver.close();
  }

  private static void firstExchange(Transport sender) {
    sender.send(text("frame"), LONG);
    sender.receive(LONG);
  }

  @Test
  void hasAnEndpointThatNamesTheFile() {
    assertThat(open(Pattern.PAIR, Role.RECEIVER, true).endpoint()).isEqualTo(at());
    assertThat(open(Pattern.PAIR, Role.SENDER, false).endpoint()).isEqualTo(at());
    assertThat(Files.exists(folder.resolve("cam:5555"))).isTrue();
  }

  private Endpoint at() {
    return new Endpoint("ipc", folder.resolve("cam:5555").toString());
  }

  Route route(TransportRequest request) {
    return Route.of(request);
  }

  private Transport open(Pattern pattern, Role role, boolean bind) {
    TransportRequest request = Lab.request(pattern, role, at(), bind);
    return lab.closeLater(new ZmqTransport(request, route(request)));
  }
}
