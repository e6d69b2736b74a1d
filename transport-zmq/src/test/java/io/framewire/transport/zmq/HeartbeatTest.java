package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.checkFrame;
import static io.framewire.transport.zmq.Lab.frame;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.frame.FramePool;
import io.framewire.spi.Situation.State;
import io.framewire.spi.Transport;
import io.framewire.testing.Requests;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HeartbeatTest {
  private static final Duration LIMIT = Duration.ofMillis(1_500);
  private static final Duration MARGIN = Duration.ofSeconds(1);

  @RegisterExtension final Lab lab = new Lab();

  @Test
  void bothEndsNoticeACutCableWithoutTrafficAndMeetAgain() {
    // all at once, for it is the limits that take the time
    List<Cable> cables = Stream.of(Pattern.values()).map(Cable::new).toList();
    cables.forEach(Cable::awaitConnected);
    for (int cut = 1; cut <= 2; cut++) {
      cables.forEach(cable -> cable.proxy.cut());
      for (Cable cable : cables) {
        cable.awaitNoticed(cut);
      }
      cables.forEach(cable -> cable.proxy.mend());
      cables.forEach(Cable::awaitConnected);
    }
    for (Cable cable : cables) {
      cable.sender.send(text("again"), LONG);
      assertThat(cable.received).as(cable.toString()).succeedsWithin(LONG);
    }
  }

  @Test
  void withoutHeartbeatsACutCableIsNotNoticed() {
    Transport receiver = receiver(Pattern.PUSH_PULL, Duration.ZERO);
    PausingProxy proxy = lab.closeLater(new PausingProxy(receiver.endpoint()));
    Transport sender = sender(Pattern.PUSH_PULL, proxy.endpoint(), Duration.ZERO);
    awaitState(receiver, State.CONNECTED, LONG);
    proxy.cut();
    await()
        .during(LIMIT)
        .atMost(LIMIT.plus(MARGIN))
        .until(() -> receiver.peersLost() + sender.peersLost() == 0);
  }

  @Test
  void raisesNoFalseAlarmOnAnIdleConnectionNorAfterIt() {
    Duration limit = Duration.ofMillis(600);
    Transport receiver = receiver(Pattern.PAIR, limit);
    Transport sender = sender(Pattern.PAIR, receiver.endpoint(), limit);
    awaitState(receiver, State.CONNECTED, LONG);
    await()
        .during(limit.multipliedBy(4))
        .atMost(limit.multipliedBy(5))
        .until(() -> receiver.peersLost() + sender.peersLost() == 0);
    sender.send(text("still here"), LONG);
    assertThat(receiveWord(receiver)).isEqualTo("still here");
  }

  @Test
  void raisesNoFalseAlarmWhileAFrameTakesLong() {
    int size = 1_500_000;
    Duration limit = Duration.ofSeconds(4);
    Transport receiver = receiver(Pattern.PAIR, limit);
    PausingProxy proxy = lab.closeLater(new PausingProxy(receiver.endpoint()));
    // a frame takes 1.5 s, more than a third of the limit
    proxy.limitTo(1_000_000);
    Transport sender = sender(Pattern.PAIR, proxy.endpoint(), limit);
    FramePool pool = new FramePool();
    for (int number = 0; number < 3; number++) {
      sender.send(frame(pool, number, size), LONG);
      try (Multipart message = receiver.receive(LONG).orElseThrow()) {
        assertThat(checkFrame(message)).isEqualTo(number);
      }
      receiver.send(text("taken"), LONG);
      assertThat(receiveWord(sender)).isEqualTo("taken");
    }
    assertThat(receiver.peersLost() + sender.peersLost()).isZero();
  }

  @Test
  void tellsThePeerTheLimitInTenthsOfASecondAndAnswersItsQuestions() {
    Transport receiver = receiver(Pattern.PUSH_PULL, Duration.ofMillis(1_300));
    try (RawPeer peer = RawPeer.ready(receiver.endpoint(), "PUSH")) {
      ByteBuffer ping = ByteBuffer.wrap(peer.readFrame());
      byte[] name = new byte[5];
      ping.get(name);
      assertThat(new String(name, StandardCharsets.US_ASCII)).isEqualTo("\u0004PING");
      assertThat(ping.getShort()).isEqualTo((short) 13);
      peer.send((byte) 4, (byte) 9)
          .send("\u0004PING\u0000\u0000xy".getBytes(StandardCharsets.ISO_8859_1));
      assertThat(peer.readFrame()).isEqualTo("\u0004PONGxy".getBytes(StandardCharsets.ISO_8859_1));
      assertThat(peer.isRefused()).as("dropped when it does not answer").isTrue();
    }
    awaitState(receiver, State.DISCONNECTED, LONG);
  }

  private Transport receiver(Pattern pattern, Duration heartbeat) {
    return open(Lab.ANY, pattern, Role.RECEIVER, heartbeat);
  }

  private Transport sender(Pattern pattern, Endpoint to, Duration heartbeat) {
    return open(to, pattern, Role.SENDER, heartbeat);
  }

  private Transport open(Endpoint at, Pattern pattern, Role role, Duration heartbeat) {
    boolean bind = role == Role.RECEIVER;
    return lab.open(
        Requests.request(
            at,
            pattern,
            role,
            bind,
            new FramePool(),
            Requests.options(Requests.MAX_MESSAGE_BYTES, 4, heartbeat, Optional.empty())));
  }

  private static void awaitGone(Transport end) {
    await().atMost(LIMIT.plus(MARGIN)).until(() -> end.situation().state() != State.CONNECTED);
  }

  private static void awaitState(Transport end, State state, Duration limit) {
    await().atMost(limit).until(() -> end.situation().state() == state);
  }

  /** Two ends of a pattern, and what is between them. */
  private final class Cable {
    private final Pattern pattern;
    private final Transport receiver;
    private final PausingProxy proxy;
    private final Transport sender;
    private final CompletableFuture<?> received;

    Cable(Pattern pattern) {
      this.pattern = pattern;
      this.receiver = receiver(pattern, LIMIT);
      this.proxy = lab.closeLater(new PausingProxy(receiver.endpoint()));
      this.sender = sender(pattern, proxy.endpoint(), LIMIT);
      this.received = Lab.background(() -> receiver.receive(LONG.multipliedBy(4)));
    }

    void awaitConnected() {
      awaitState(receiver, State.CONNECTED, LONG);
      awaitState(sender, State.CONNECTED, LONG);
    }

    void awaitNoticed(int cut) {
      awaitGone(receiver);
      awaitGone(sender);
      assertThat(receiver.peersLost()).as(toString()).isEqualTo(cut);
      assertThat(sender.peersLost()).as(toString()).isEqualTo(cut);
    }

    @Override
    public String toString() {
      return pattern.toString();
    }
  }
}
