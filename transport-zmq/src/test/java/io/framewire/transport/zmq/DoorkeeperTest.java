package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.SECOND;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.frame.FramePool;
import io.framewire.spi.Situation.State;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.spi.TransportOptions;
import io.framewire.spi.TransportRequest;
import io.framewire.testing.Requests;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Strangers take no place and no message from peers at a socket that binds. */
class DoorkeeperTest {
  /** Before the stranger, which has five seconds to greet, is sent away. */
  private static final Duration SOON = Duration.ofMillis(4_500);

  @RegisterExtension final Lab lab = new Lab();

  @Test
  void aPeerGetsThePlaceOfAStrangerThatOnlyIdles() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    lab.closeLater(new RawPeer(receiver.endpoint()));
    exchanges(receiver, lab.sender(Pattern.PAIR, receiver.endpoint()));
  }

  @Test
  void aPeerGetsThePlaceWhereSeveralStrangersIdle() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    for (int stranger = 0; stranger < 5; stranger++) {
      lab.closeLater(new RawPeer(receiver.endpoint()));
    }
    exchanges(receiver, lab.sender(Pattern.PAIR, receiver.endpoint()));
  }

  @Test
  void aPeerGetsThePlaceOfAStrangerThatGreetsByteByByte() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    RawPeer stranger = lab.closeLater(new RawPeer(receiver.endpoint()));
    byte[] greeting = RawPeer.greeting("NULL");
    stranger.send(java.util.Arrays.copyOf(greeting, 40));
    CompletableFuture<Optional<Multipart>> waiting =
        Lab.background(() -> receiver.receive(Duration.ofMillis(200)));
    waiting.join();
    stranger.send(java.util.Arrays.copyOfRange(greeting, 40, 64)).send((byte) 4);
    exchanges(receiver, lab.sender(Pattern.PAIR, receiver.endpoint()));
  }

  @Test
  void aPeerThatTriesAgainWithinMillisecondsDoesNotKeepTheDoorShutAgainstItself() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    lab.closeLater(new RawPeer(receiver.endpoint()));
    exchanges(receiver, lab.open(hasty(receiver.endpoint())));
  }

  private static TransportRequest hasty(Endpoint at) {
    TransportOptions usual = Requests.options();
    TransportOptions options =
        new TransportOptions(
            usual.maxMessageBytes(),
            usual.highWaterMark(),
            usual.heartbeat(),
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            usual.security(),
            usual.socketFile());
    return Requests.request(at, Pattern.PAIR, Role.SENDER, false, new FramePool(), options);
  }

  @Test
  void aStrangerThatIsRefusedForComingTooSoonDoesNotKeepTheDoorShut() throws IOException {
    Connections connections = new Connections();
    Doorkeeper doorkeeper =
        new Doorkeeper(Lab.request(Pattern.PAIR, Role.RECEIVER, Lab.ANY, true), connections);
    SocketChannel holder = visitor();
    SocketChannel early = visitor();
    assertThat(isAdmitted(doorkeeper, connections, holder)).isTrue();
    assertThat(isAdmitted(doorkeeper, connections, early)).isFalse();
    leaves(doorkeeper, connections, early);
    leaves(doorkeeper, connections, holder);
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              SocketChannel next = visitor();
              boolean admitted = isAdmitted(doorkeeper, connections, next);
              leaves(doorkeeper, connections, next);
              return admitted;
            });
  }

  private SocketChannel visitor() throws IOException {
    LoopbackPair pair = LoopbackPair.open();
    lab.closeLater(pair.outer());
    return lab.closeLater(pair.inner());
  }

  private static boolean isAdmitted(
      Doorkeeper doorkeeper, Connections connections, SocketChannel channel) {
    Contact contact = connections.opened(channel);
    doorkeeper.came(contact);
    return contact.admitted;
  }

  private static void leaves(
      Doorkeeper doorkeeper, Connections connections, SocketChannel channel) {
    connections.closed(channel).ifPresent(doorkeeper::left);
  }

  @Test
  void aPeerInItsPlaceIsNotDisturbedByWhoeverComes() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    Transport sender = lab.sender(Pattern.PAIR, receiver.endpoint());
    exchanges(receiver, sender);
    for (int number = 0; number < 5; number++) {
      lab.closeLater(new RawPeer(receiver.endpoint()));
      lab.sender(Pattern.PAIR, receiver.endpoint());
    }
    long until = System.nanoTime() + SECOND.toNanos();
    while (System.nanoTime() < until) {
      exchanges(receiver, sender);
    }
    assertThat(receiver.peersLost() + sender.peersLost()).isZero();
  }

  @Test
  void theNextPeerGetsItsTurnAndLosesNothingWhenTheFirstLeaves() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    Transport first = lab.sender(Pattern.PAIR, receiver.endpoint());
    exchanges(receiver, first);
    Transport second = lab.sender(Pattern.PAIR, receiver.endpoint());
    assertThat(second.send(text("next"), LONG)).isEqualTo(Sent.YES);
    assertThat(receiver.receive(Duration.ofMillis(500))).isEmpty();
    first.close();
    assertThat(receiveWord(receiver)).isEqualTo("next");
    exchanges(receiver, second);
  }

  @Test
  void aPeerThatComesBackWhileTheReceiverIsBusyLosesNothing() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    Transport first = lab.sender(Pattern.PAIR, receiver.endpoint());
    exchanges(receiver, first);
    first.close();
    await().until(() -> receiver.situation().peerHasGone());
    // the receiver's thread does something else meanwhile
    Transport again = lab.sender(Pattern.PAIR, receiver.endpoint());
    assertThat(again.send(text("back"), LONG)).isEqualTo(Sent.YES);
    await().during(Duration.ofMillis(300)).until(() -> receiver.peersLost() == 1);
    CompletableFuture<String> received = Lab.background(() -> receiveWord(receiver));
    assertThat(received).succeedsWithin(SOON).isEqualTo("back");
  }

  @ParameterizedTest
  @EnumSource(names = {"REQ_REP", "PUSH_PULL", "PAIR"})
  void aSenderThatBindsGivesNoMessageToAStranger(Pattern pattern) {
    Transport sender = lab.binding(pattern, Role.SENDER);
    RawPeer stranger = lab.closeLater(new RawPeer(sender.endpoint()));
    assertThat(sender.send(text("too early"), Duration.ofMillis(100))).isEqualTo(Sent.TIMED_OUT);
    CompletableFuture<Sent> sent = Lab.background(() -> sender.send(text("frame"), LONG));
    assertThat(stranger.isRefused()).as("thrown out").isTrue();
    Transport receiver = lab.connecting(pattern, Role.RECEIVER, sender.endpoint());
    assertThat(receiveWord(receiver)).isEqualTo("frame");
    assertThat(sent.join()).isEqualTo(Sent.YES);
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionWithoutAHandshakeIsNoPeer(Pattern pattern) {
    Transport receiver = lab.receiver(pattern);
    try (RawPeer idle = new RawPeer(receiver.endpoint());
        RawPeer greeting = new RawPeer(receiver.endpoint())) {
      idle.send((byte) 0xff);
      greeting.send(RawPeer.greeting("NULL"));
      assertThat(receiver.receive(Duration.ofMillis(200))).isEmpty();
      assertThat(receiver.situation().state()).isEqualTo(State.WAITING);
    }
    assertThat(receiver.receive(Duration.ofMillis(100))).isEmpty();
    assertThat(receiver.situation().state()).isEqualTo(State.WAITING);
    assertThat(receiver.peersLost()).isZero();
  }

  private static void exchanges(Transport receiver, Transport sender) {
    CompletableFuture<Sent> sent = Lab.background(() -> sender.send(text("frame"), LONG));
    CompletableFuture<String> received = Lab.background(() -> receiveWord(receiver));
    assertThat(received).succeedsWithin(SOON).isEqualTo("frame");
    assertThat(sent.join()).isEqualTo(Sent.YES);
    receiver.send(text("taken"), LONG);
    assertThat(receiveWord(sender)).isEqualTo("taken");
  }
}
