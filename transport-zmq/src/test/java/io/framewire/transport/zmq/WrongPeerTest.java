package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ProtocolException;
import io.framewire.spi.Situation.State;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WrongPeerTest {
  private static final Duration PROMPTLY = Duration.ofSeconds(3);

  @RegisterExtension final Lab lab = new Lab();

  static Stream<Arguments> mixedUp() {
    List<Arguments> pairs = new ArrayList<>();
    for (Pattern mine : Pattern.values()) {
      for (Pattern theirs : Pattern.values()) {
        if (mine != theirs) {
          pairs.add(Arguments.of(mine, theirs));
        }
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest
  @MethodSource("mixedUp")
  void aSenderThatConnectsSaysWhichPatternTheReceiverHas(Pattern mine, Pattern theirs) {
    Transport receiver = lab.receiver(theirs);
    CompletableFuture<?> waiting = Lab.background(() -> receiver.receive(Duration.ofSeconds(3)));
    Transport sender = lab.sender(mine, receiver.endpoint());
    assertThat(Lab.background(() -> firstExchange(sender)))
        .failsWithin(PROMPTLY)
        .withThrowableThat()
        .withCauseInstanceOf(ProtocolException.class)
        .withMessageContaining("has pattern " + theirs.word(Role.RECEIVER))
        .withMessageContaining("does not fit " + mine.word(Role.SENDER));
    assertThat(sender.situation().state()).isEqualTo(State.INCOMPATIBLE);
    receiver.close();
    await().until(waiting::isDone);
  }

  @ParameterizedTest
  @MethodSource("mixedUp")
  void aReceiverThatConnectsSaysWhichPatternTheSenderHas(Pattern mine, Pattern theirs) {
    Transport sender = lab.binding(theirs, Role.SENDER);
    Transport receiver = lab.connecting(mine, Role.RECEIVER, sender.endpoint());
    assertThat(Lab.background(() -> receiver.receive(LONG)))
        .failsWithin(PROMPTLY)
        .withThrowableThat()
        .withCauseInstanceOf(ProtocolException.class)
        .withMessageContaining("has pattern " + theirs.word(Role.SENDER))
        .withMessageContaining("does not fit " + mine.word(Role.RECEIVER));
  }

  @Test
  void theEndThatBindsSaysThatAPeerCameAndLeft() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    assertThat(receiver.situation().words()).startsWith("nobody has connected to tcp://127.0.0.1:");
    Transport sender = lab.sender(Pattern.PUSH_PULL, receiver.endpoint());
    assertThatThrownBy(() -> sender.send(text("x"), LONG)).isInstanceOf(ProtocolException.class);
    sender.close();
    await()
        .untilAsserted(
            () ->
                assertThat(receiver.situation().words())
                    .matches(
                        "a peer connected at tcp://127.0.0.1:\\d+ and left without a word, as one.*"));
  }

  @Test
  void aPusherThatComesFirstFindsOutAboutAWrongReceiverThatComesLater() throws IOException {
    Endpoint later = freePort();
    Transport sender = lab.sender(Pattern.PUSH_PULL, later);
    assertThat(sender.send(text("x"), Duration.ofMillis(50))).isEqualTo(Sent.TIMED_OUT);
    assertThat(sender.situation().words()).isEqualTo("nothing listens at " + later);
    lab.open(Lab.request(Pattern.REQ_REP, Role.RECEIVER, later, true));
    assertThatThrownBy(() -> sender.send(text("x"), LONG))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("has pattern rep");
  }

  @ParameterizedTest
  @EnumSource
  void aReceiverMayComeAfterItsSender(Pattern pattern) throws IOException {
    Endpoint later = freePort();
    Transport sender = lab.sender(pattern, later);
    CompletableFuture<Sent> sent = Lab.background(() -> sender.send(text("early"), LONG));
    Transport receiver = lab.open(Lab.request(pattern, Role.RECEIVER, later, true));
    assertThat(receiveWord(receiver)).isEqualTo("early");
    assertThat(sent.join()).isEqualTo(Sent.YES);
  }

  @Test
  void aPusherSaysThatWhatListensIsNoZeromq() throws IOException {
    try (ServerSocket server = new ServerSocket(0)) {
      Lab.background(() -> talkLikeSsh(server));
      Transport sender =
          lab.sender(Pattern.PUSH_PULL, Endpoint.parse("tcp://127.0.0.1:" + server.getLocalPort()));
      assertThatThrownBy(() -> sender.send(text("x"), LONG))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("is no ZeroMQ peer");
    }
  }

  @Test
  void aSenderWhoseReceiverEndsAfterSomeFramesTimesOutAndKnowsThatItHasGone() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    Transport sender = lab.sender(Pattern.PAIR, receiver.endpoint());
    sender.send(text("frame"), LONG);
    assertThat(receiveWord(receiver)).isEqualTo("frame");
    receiver.send(text("taken"), LONG);
    receiver.close(Duration.ofSeconds(1));
    assertThat(receiveWord(sender)).isEqualTo("taken");
    sender.send(text("frame"), LONG);
    assertThat(sender.receive(Duration.ofMillis(200))).isEmpty();
    assertThat(sender.situation().words()).contains("has gone");
  }

  private static Object firstExchange(Transport sender) {
    Sent sent = sender.send(text("frame"), LONG);
    return sent == Sent.TIMED_OUT ? sent : sender.receive(LONG).map(Multipart::size);
  }

  private static Object talkLikeSsh(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        client.getOutputStream().write("SSH-2.0-Any".repeat(10).getBytes(StandardCharsets.UTF_8));
        client.getInputStream().readAllBytes();
      } catch (IOException reset) {
        assertThat(reset).isNotNull();
      }
    }
    return server;
  }

  private static Endpoint freePort() throws IOException {
    try (ServerSocket found = new ServerSocket(0)) {
      return Endpoint.parse("tcp://127.0.0.1:" + found.getLocalPort());
    }
  }
}
