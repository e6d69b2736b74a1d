package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ProtocolException;
import io.framewire.frame.FramePool;
import io.framewire.spi.Situation.State;
import io.framewire.spi.Transport;
import io.framewire.testing.Requests;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import zmq.Msg;

/** Peers that never come to an end cost no more than a fixed amount of memory. */
class EndlessTest {
  private static final int MAX = 1 << 20;
  private static final long BOUND = 48 << 20;

  @RegisterExtension final Lab lab = new Lab();
  private final FramePool pool = new FramePool(2, 16 << 20);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 8_000})
  void aMessageOfSmallPartsWithoutEndIsAProtocolError(int size) {
    Transport receiver = receiver(Pattern.PUSH_PULL);
    long before = usedHeap();
    try (RawPeer stranger = RawPeer.ready(receiver.endpoint(), "PUSH")) {
      // ten times the limit, by parts or by bytes
      CompletableFuture<?> sending =
          Lab.background(
              () ->
                  repeat(stranger, part(true, size), Math.min(100_000, (160 << 20) / (size + 1))));
      assertThatThrownBy(() -> receiver.receive(LONG))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("a peer sent a message without end");
      sending.join();
      assertThat(usedHeap() - before).isLessThan(BOUND);
    }
    assertThatThrownBy(() -> receiver.receive(Lab.NOW)).isInstanceOf(ProtocolException.class);
    assertThat(receiver.situation().state()).isEqualTo(State.INCOMPATIBLE);
  }

  @Test
  void aSenderHearsOfAnAnswerWithoutEnd() {
    Transport sender = lab.binding(Pattern.PAIR, Role.SENDER);
    try (RawPeer stranger = RawPeer.ready(sender.endpoint(), "PAIR")) {
      repeat(stranger, part(true, 10), 100_000);
      await().atMost(LONG).until(() -> sender.situation().state() == State.INCOMPATIBLE);
      assertThatThrownBy(() -> sender.receive(LONG)).isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void aMessageOfLargePartsWithoutEndStopsAtTheMemoryLimitAndGivesItBack() {
    Transport receiver = receiver(Pattern.PUSH_PULL);
    try (RawPeer stranger = RawPeer.ready(receiver.endpoint(), "PUSH")) {
      repeat(stranger, part(true, 900_000), 60);
      assertThat(receiver.receive(Lab.NOW)).isEmpty();
      assertThat(pool.statistics().lentBytes()).isLessThanOrEqualTo(16 << 20);
    }
    await()
        .atMost(LONG)
        .pollInSameThread()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(receiver.receive(Lab.NOW)).isEmpty();
              assertThat(pool.statistics().lentBytes()).isZero();
            });
    servesTheNext(receiver);
  }

  @ParameterizedTest
  @EnumSource(names = {"PUSH_PULL", "REQ_REP", "PAIR"})
  void honestMessagesAreNeverTooMany(Pattern pattern) {
    Transport receiver = receiver(pattern);
    Transport sender = lab.sender(pattern, receiver.endpoint());
    CompletableFuture<Integer> sent =
        Lab.background(
            () -> {
              int count = 0;
              while (count < 12_000) {
                sender.send(text("a", "b"), LONG);
                if (pattern.answers()) {
                  sender.receive(LONG).orElseThrow().close();
                }
                count++;
              }
              return count;
            });
    for (int count = 0; count < 12_000; count++) {
      receiver.receive(LONG).orElseThrow().close();
      if (pattern.answers()) {
        receiver.send(text("c"), LONG);
      }
    }
    assertThat(sent.join()).isEqualTo(12_000);
  }

  @Test
  void peersThatLeaveInTheMiddleAreForgotten() {
    Transport receiver = receiver(Pattern.PUSH_PULL);
    for (int round = 0; round < 4; round++) {
      try (RawPeer stranger = RawPeer.ready(receiver.endpoint(), "PUSH")) {
        repeat(stranger, part(true, 1), 5_000);
        assertThat(receiver.receive(Lab.NOW)).isEmpty();
      }
      await()
          .atMost(LONG)
          .pollInSameThread()
          .until(
              () ->
                  receiver.receive(Lab.NOW).isEmpty()
                      && receiver.situation().state() == State.DISCONNECTED);
    }
    servesTheNext(receiver);
  }

  @Test
  void peersThatLeaveInTheMiddleAreForgottenWhileAnotherStays() {
    Transport receiver = receiver(Pattern.PUSH_PULL);
    try (RawPeer steady = RawPeer.ready(receiver.endpoint(), "PUSH")) {
      for (int round = 1; round <= 4; round++) {
        int gone = round;
        try (RawPeer stranger = RawPeer.ready(receiver.endpoint(), "PUSH")) {
          repeat(stranger, part(true, 1), 5_000);
        }
        await()
            .atMost(LONG)
            .pollInSameThread()
            .until(() -> receiver.receive(Lab.NOW).isEmpty() && receiver.peersLost() == gone);
        steady.sendSmall(false, (byte) 'o', (byte) 'k');
        assertThat(receiveWord(receiver)).isEqualTo("ok");
      }
    }
  }

  @Test
  void aMessageThatIsCompleteCountsUntilItIsReadAlsoWhenItsPeerHasGone() {
    Unfinished unfinished = new Unfinished(1);
    for (int round = 0; round < 2; round++) {
      Unfinished.Tally tally = unfinished.tally();
      Unfinished.Message message = tally.came(9 << 20);
      tally.finished();
      tally.forget();
      message.read(9 << 20);
      message.read(9 << 20);
    }
    assertThat(unfinished.excess()).isEmpty();
    for (int round = 0; round < 2; round++) {
      Unfinished.Tally tally = unfinished.tally();
      tally.came(9 << 20);
      tally.finished();
      tally.forget();
    }
    assertThat(unfinished.excess()).isPresent();
  }

  @Test
  void aHandshakeOfHugeMetadataIsRefusedUnread() {
    Transport receiver = receiver(Pattern.PUSH_PULL);
    ByteArrayOutputStream ready = new ByteArrayOutputStream();
    ready.writeBytes("\5READY".getBytes(StandardCharsets.ISO_8859_1));
    for (int name = 0; name < 100_000; name++) {
      ready.writeBytes(ByteBuffer.allocate(9).put((byte) 4).putInt(name).array());
    }
    try (RawPeer stranger = new RawPeer(receiver.endpoint())) {
      stranger.send(RawPeer.greeting("NULL"));
      stranger.send(head(4, ready.size())).send(ready.toByteArray());
      assertThat(stranger.isRefused()).isTrue();
    }
    servesTheNext(receiver);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\4PING\0\0", "\5OTHER", ""})
  void commandsWithoutEndCostNothing(String command) {
    Transport receiver = receiver(Pattern.PUSH_PULL);
    byte[] body = command.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer one = ByteBuffer.allocate(2 + body.length);
    one.put((byte) 4).put((byte) body.length).put(body);
    try (RawPeer stranger = RawPeer.ready(receiver.endpoint(), "PUSH")) {
      long before = usedHeap();
      CompletableFuture<?> reading = Lab.background(stranger::isRefused);
      repeat(stranger, one.array(), 300_000);
      stranger.sendSmall(false, (byte) 'o', (byte) 'k');
      assertThat(receiveWord(receiver)).isEqualTo("ok");
      assertThat(usedHeap() - before).isLessThan(BOUND);
      assertThat(reading).isNotDone();
    }
  }

  @Test
  void topicsWithoutEndAreAProtocolError() {
    Subscribers subscribers = new Subscribers();
    for (int topic = 0; topic < 1_000; topic++) {
      subscribers.hear(new Msg(new byte[] {1, (byte) topic, (byte) (topic >> 8)}));
    }
    subscribers.requireFew();
    subscribers.hear(new Msg(new byte[] {1, 'x'}));
    assertThatThrownBy(subscribers::requireFew)
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("1001 topics");
    subscribers.hear(new Msg(new byte[] {0, 'x'}));
    subscribers.requireFew();
  }

  @Test
  void longTopicsWithoutEndAreAProtocolError() {
    Transport sender = lab.binding(Pattern.PUB_SUB, Role.SENDER);
    long before = usedHeap();
    try (RawPeer subscriber = RawPeer.ready(sender.endpoint(), "SUB")) {
      Lab.background(() -> subscribe(subscriber, 1_000));
      assertThatThrownBy(() -> sendFor(sender, 60_000))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("subscribers named");
      assertThat(usedHeap() - before).isLessThan(2 * BOUND);
    }
  }

  @Test
  void idleConnectionsEndAndOthersAreServedMeanwhile() {
    Transport receiver = receiver(Pattern.PUSH_PULL);
    List<RawPeer> idle = new ArrayList<>();
    try {
      for (int count = 0; count < 300; count++) {
        idle.add(new RawPeer(receiver.endpoint()));
      }
      servesTheNext(receiver);
      assertThat(idle).allMatch(RawPeer::isRefused);
    } finally {
      idle.forEach(RawPeer::close);
    }
  }

  private static Object subscribe(RawPeer subscriber, int length) {
    try {
      for (int topic = 0; topic < 200_000; topic++) {
        byte[] body = ByteBuffer.allocate(1 + length).array();
        body[0] = 1;
        body[1] = (byte) topic;
        body[2] = (byte) (topic >> 8);
        body[3] = (byte) (topic >> 16);
        subscriber.send(head(0, body.length)).send(body);
      }
    } catch (UncheckedIOException thrownOut) {
      return thrownOut;
    }
    return subscriber;
  }

  private static void sendFor(Transport sender, long millis) {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < millis * 1_000_000) {
      sender.send(text("frame"), Lab.SECOND);
    }
  }

  private static RawPeer repeat(RawPeer peer, byte[] bytes, int times) {
    int bundle = Math.max(1, Math.min(times, (64 << 10) / bytes.length));
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int count = 0; count < bundle; count++) {
      many.writeBytes(bytes);
    }
    try {
      for (int sent = 0; sent < times; sent += bundle) {
        peer.send(many.toByteArray());
      }
    } catch (UncheckedIOException thrownOut) {
      assertThat(thrownOut).isNotNull();
    }
    return peer;
  }

  private static byte[] part(boolean more, int size) {
    return ByteBuffer.allocate(9 + size).put(head(more ? 1 : 0, size)).array();
  }

  /** The head of a frame in its long form. */
  private static byte[] head(int flags, long size) {
    return ByteBuffer.allocate(9).put((byte) (flags | 2)).putLong(size).array();
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private Transport receiver(Pattern pattern) {
    return lab.open(
        Requests.request(Lab.ANY, pattern, Role.RECEIVER, true, pool, Requests.options(MAX, 4)));
  }

  private void servesTheNext(Transport receiver) {
    Endpoint at = receiver.endpoint();
    Transport sender = lab.sender(Pattern.PUSH_PULL, at);
    Lab.background(() -> sender.send(text("honest"), LONG));
    assertThat(receiveWord(receiver)).isEqualTo("honest");
  }
}
