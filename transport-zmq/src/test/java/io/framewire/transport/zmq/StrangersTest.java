package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ProtocolException;
import io.framewire.error.RefusedMessageException;
import io.framewire.frame.FramePool;
import io.framewire.spi.Situation.State;
import io.framewire.spi.Transport;
import io.framewire.testing.Requests;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever else connects, the receiver serves the next honest sender. */
class StrangersTest {
  private static final int MAX = 1 << 20;

  @RegisterExtension final Lab lab = new Lab();
  private final FramePool pool = new FramePool();

  @ParameterizedTest
  @ValueSource(longs = {MAX + 1, 1L << 31, 1L << 62})
  void refusesTooLargeAMessageBeforeMemoryIsTaken(long announced) {
    Transport receiver = receiver(Pattern.PUSH_PULL);
    try (RawPeer stranger = RawPeer.ready(receiver.endpoint(), "PUSH")) {
      stranger.announce(announced, false);
      assertThat(stranger.isRefused()).isTrue();
    }
    assertThat(pool.statistics().allocations()).isZero();
    servesTheNext(receiver, Pattern.PUSH_PULL);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE | 32 << 20, Long.MIN_VALUE | 0x7fffffff})
  void takesNoMemoryForASizeThatOverflows(long announced) {
    Transport receiver = receiver(Pattern.PUSH_PULL);
    try (RawPeer stranger = RawPeer.ready(receiver.endpoint(), "PUSH")) {
      stranger.announce(announced, false);
      servesTheNext(receiver, Pattern.PUSH_PULL);
    }
    assertThat(pool.statistics().allocations()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void servesTheNextAfterOneThatLeavesInsideAMessage(Pattern pattern) {
    Transport receiver = receiver(pattern);
    try (RawPeer stranger =
        RawPeer.ready(receiver.endpoint(), pattern.word(Role.SENDER).toUpperCase())) {
      stranger.sendSmall(true, (byte) 1).announce(900_000, false).send(new byte[300_000]);
      assertThat(receiver.receive(Lab.NOW)).isEmpty();
    }
    awaitEmpty(receiver);
    servesTheNext(receiver, pattern);
  }

  @ParameterizedTest
  @EnumSource
  void takesGarbageForNoMessage(Pattern pattern) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Transport receiver = receiver(pattern);
    for (String start :
        new String[] {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\u0001\u0000\u0003xyz", ""}) {
      byte[] garbage = new byte[500];
      random.nextBytes(garbage);
      garbage[0] = 7;
      try (RawPeer stranger = new RawPeer(receiver.endpoint())) {
        stranger.send(start.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)).send(garbage);
        assertThat(stranger.isRefused()).as("seed %d", seed).isTrue();
      }
      assertThat(receiver.receive(Lab.NOW)).isEmpty();
      assertThat(receiver.situation().state()).isEqualTo(State.WAITING);
    }
    assertThat(receiver.peersLost()).isZero();
    servesTheNext(receiver, pattern);
  }

  @ParameterizedTest
  @EnumSource(names = {"REQ_REP", "PUB_SUB", "PUSH_PULL"})
  void servesOthersWhileOneOnlyIdles(Pattern pattern) {
    Transport receiver = receiver(pattern);
    try (RawPeer idle = new RawPeer(receiver.endpoint())) {
      servesTheNext(receiver, pattern);
      idle.send((byte) 0xff);
    }
  }

  @Test
  void readsAMessageOfTooManyPartsToItsEndAndRefusesIt() {
    Transport receiver = receiver(Pattern.PUSH_PULL);
    try (RawPeer stranger = RawPeer.ready(receiver.endpoint(), "PUSH")) {
      for (int part = 0; part < 99; part++) {
        stranger.sendSmall(true, (byte) part);
      }
      stranger.sendSmall(false, (byte) 99).sendSmall(false, (byte) 'o', (byte) 'k');
      assertThatThrownBy(() -> receiver.receive(LONG))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("100 parts");
      assertThat(receiveWord(receiver)).isEqualTo("ok");
    }
  }

  @Test
  void survivesAMalformedCommand() {
    Transport receiver = receiver(Pattern.PUSH_PULL);
    try (RawPeer stranger = RawPeer.ready(receiver.endpoint(), "PUSH")) {
      stranger
          .send((byte) 4, (byte) 5)
          .send((byte) 4, (byte) 'P', (byte) 'I', (byte) 'N', (byte) 'G');
      servesTheNext(receiver, Pattern.PUSH_PULL);
    }
  }

  /** What waits for room is read by another way, on which JeroMQ forgets the connection. */
  @ParameterizedTest
  @EnumSource
  void letsGoOfAPeerThatSentAMalformedCommandBehindMoreThanThereIsRoomFor(Pattern pattern) {
    Transport receiver = receiver(pattern);
    try (RawPeer stranger =
        RawPeer.ready(receiver.endpoint(), pattern.word(Role.SENDER).toUpperCase())) {
      for (int message = 0; message < 10; message++) {
        stranger.sendSmall(true).sendSmall(false, (byte) 'x');
      }
      for (int ping = 0; ping < 3; ping++) {
        stranger.send((byte) 4, (byte) 5, (byte) 4, (byte) 'P', (byte) 'I', (byte) 'N', (byte) 'G');
      }
    }
    awaitEmpty(receiver);
    servesTheNext(receiver, pattern);
  }

  @Test
  void refusesAFrameOverTheMemoryLimitAndReadsTheOnesAfterIt() {
    FramePool small = new FramePool(2, 250_000);
    Transport receiver =
        lab.open(Lab.request(Pattern.PUSH_PULL, Role.RECEIVER, Lab.ANY, true, small));
    Transport sender = lab.sender(Pattern.PUSH_PULL, receiver.endpoint());
    for (int size : new int[] {200_000, 200_000, 10_000}) {
      sender.send(Multipart.of(Part.of(new byte[] {1}), Part.of(new byte[size])), LONG);
    }
    try (Multipart held = receiver.receive(LONG).orElseThrow()) {
      assertThatThrownBy(() -> receiver.receive(LONG))
          .isInstanceOf(RefusedMessageException.class)
          .hasMessageContaining("200000 bytes was refused")
          .hasMessageContaining("close frames you are done with, or raise it");
      try (Multipart next = receiver.receive(LONG).orElseThrow()) {
        assertThat(next.size()).isEqualTo(10_001);
      }
      assertThat(held.size()).isEqualTo(200_001);
    }
  }

  @Test
  void letsNoSubscriberMakeThePublisherRememberItsWords() {
    Transport sender = lab.binding(Pattern.PUB_SUB, Role.SENDER);
    try (RawPeer subscriber = RawPeer.ready(sender.endpoint(), "SUB")) {
      subscriber.sendSmall(false, (byte) 1).announce(MAX, false);
      assertThat(subscriber.isRefused()).isTrue();
    }
    await()
        .pollInSameThread()
        .until(() -> sender.send(text("frame"), LONG) == Transport.Sent.DROPPED);
  }

  private Transport receiver(Pattern pattern) {
    return lab.open(
        Requests.request(Lab.ANY, pattern, Role.RECEIVER, true, pool, Requests.options(MAX, 4)));
  }

  private static void awaitEmpty(Transport receiver) {
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              assertThat(receiver.receive(Lab.NOW)).isEmpty();
              assertThat(receiver.situation().state()).isEqualTo(State.DISCONNECTED);
            });
  }

  private void servesTheNext(Transport receiver, Pattern pattern) {
    Transport sender = lab.sender(pattern, receiver.endpoint());
    CompletableFuture<?> sent = Lab.background(() -> sender.send(text("honest"), LONG));
    assertThat(receiveWord(receiver)).isEqualTo("honest");
    sent.join();
    if (pattern.answers()) {
      receiver.send(text("taken"), LONG);
      assertThat(receiveWord(sender)).isEqualTo("taken");
    }
  }
}
