package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.frame;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.FrameSender;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sender without answers knows to be lost. */
class LossesTest {
  /** Larger than what the system takes of a connection nobody reads. */
  private static final int SIZE = 20_000_000;

  private static final Duration SHORT = Duration.ofMillis(300);

  @RegisterExtension final Lab lab = new Lab();
  private final FramePool pool = new FramePool(8, 1L << 30);

  @Test
  void countsAllThatAReceiverLeftBehindThatStoppedReadingAndVanished() throws IOException {
    try (ServerSocket server = new ServerSocket(0)) {
      CompletableFuture<RawPeer> accepted = Lab.background(() -> acceptTwice(server));
      Transport sender =
          lab.sender(Pattern.PUSH_PULL, Endpoint.parse("tcp://127.0.0.1:" + server.getLocalPort()));
      int sent = sendUntilFull(sender);
      assertThat(sent).isGreaterThanOrEqualTo(4);
      assertThat(sender.messagesLost()).isZero();
      accepted.join().close();
      await().untilAsserted(() -> assertThat(sender.messagesLost()).isEqualTo(sent));
    }
  }

  @Test
  void countsNoneThatArrived() {
    Transport receiver = lab.receiver(Pattern.PUSH_PULL);
    Transport sender = lab.sender(Pattern.PUSH_PULL, receiver.endpoint());
    for (int number = 0; number < 20; number++) {
      assertThat(sender.send(frame(pool, number, 100_000), LONG)).isEqualTo(Sent.YES);
      receiver.receive(LONG).orElseThrow().close();
    }
    receiver.close();
    await().until(() -> sender.situation().peerHasGone());
    assertThat(sender.messagesLost()).isZero();
  }

  @Test
  void countsThemAtASenderThatBindsToo() {
    Transport sender = lab.binding(Pattern.PUSH_PULL, Role.SENDER);
    RawPeer peer = RawPeer.ready(sender.endpoint(), "PULL");
    int sent = sendUntilFull(sender);
    assertThat(sent).isGreaterThanOrEqualTo(4);
    peer.close();
    await().untilAsserted(() -> assertThat(sender.messagesLost()).isEqualTo(sent));
    assertThat(sender.send(text("nobody"), SHORT)).isEqualTo(Sent.TIMED_OUT);
    assertThat(sender.messagesLost()).isEqualTo(sent);
  }

  @Test
  void countsWhatWasStillToLeaveWhenItWasClosed() {
    Transport sender = lab.binding(Pattern.PUSH_PULL, Role.SENDER);
    lab.closeLater(RawPeer.ready(sender.endpoint(), "PULL"));
    int sent = sendUntilFull(sender);
    sender.close(SHORT);
    assertThat(sender.messagesLost()).isEqualTo(sent);
    assertThat(sender.lastLost()).isTrue();
  }

  @Test
  void countsNoneThatLeftBeforeTheClose() {
    Transport receiver = lab.receiver(Pattern.PUSH_PULL);
    Transport sender = lab.sender(Pattern.PUSH_PULL, receiver.endpoint());
    for (int number = 0; number < 3; number++) {
      assertThat(sender.send(frame(pool, number, 100_000), LONG)).isEqualTo(Sent.YES);
    }
    assertThat(sender.send(text("end"), LONG)).isEqualTo(Sent.YES);
    sender.close(LONG);
    assertThat(sender.messagesLost()).isZero();
    assertThat(sender.lastLost()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void doesNotCountTheEndThatHasNoFrame(boolean vanishes) {
    Transport sender = lab.binding(Pattern.PUSH_PULL, Role.SENDER);
    RawPeer peer = lab.closeLater(RawPeer.ready(sender.endpoint(), "PULL"));
    assertThat(sender.send(frame(pool, 0, SIZE), LONG)).isEqualTo(Sent.YES);
    assertThat(sender.send(text("end"), LONG)).isEqualTo(Sent.YES);
    if (vanishes) {
      peer.close();
      await().untilAsserted(() -> assertThat(sender.messagesLost()).isOne());
    }
    sender.close(SHORT);
    assertThat(sender.messagesLost()).isOne();
    assertThat(sender.lastLost()).isTrue();
  }

  @Test
  void tellsTheSummaryOfAStreamWhoseReceiverStopsReading() {
    FrameSender sender =
        lab.closeLater(
            FrameSender.builder()
                .codec("msgpack")
                .transport("zmq")
                .to(Lab.ANY)
                .bind()
                .pattern(Pattern.PUSH_PULL)
                .highWaterMark(8)
                .build());
    lab.closeLater(RawPeer.ready(sender.endpoint(), "PULL"));
    for (int number = 0; number < 4; number++) {
      try (Frame frame = sender.pool().take(DType.UINT8, SIZE)) {
        sender.send(frame).close();
      }
    }
    sender.close();
    assertThat(sender.summary().statistics().frames()).isEqualTo(4);
    assertThat(sender.summary().statistics().lost()).isEqualTo(4);
    assertThat(sender.summary().endConfirmed()).isFalse();
  }

  private int sendUntilFull(Transport sender) {
    int sent = 1;
    assertThat(sender.send(frame(pool, 0, SIZE), LONG)).isEqualTo(Sent.YES);
    while (sender.send(frame(pool, sent, SIZE), SHORT) == Sent.YES) {
      sent++;
    }
    return sent;
  }

  /** The first is the sender's; on the second it asks who is there. */
  private static RawPeer acceptTwice(ServerSocket server) {
    try {
      RawPeer one = new RawPeer(server.accept());
      RawPeer other = new RawPeer(server.accept());
      Lab.background(() -> shaken(one));
      Lab.background(() -> shaken(other));
      return one;
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static RawPeer shaken(RawPeer peer) {
    return peer.shakeHands("PULL");
  }
}
