package io.framewire;

import static io.framewire.MemStream.awaitNoThreads;
import static io.framewire.MemStream.picture;
import static io.framewire.MemStream.valueOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.StreamTimeoutException;
import io.framewire.frame.FramePool;
import io.framewire.testing.RawPeer;
import io.framewire.wire.Message;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VanishingSenderTest {
  private final MemStream stream = new MemStream(Pattern.PAIR);

  @AfterEach
  void noThreadIsLeft() {
    awaitNoThreads();
  }

  @Test
  void leavesItsAnswerToNobodyElse() {
    AtomicReference<RawPeer> gone = new AtomicReference<>();
    AtomicReference<RawPeer> next = new AtomicReference<>();
    FrameReceiver receiver =
        stream
            .receiver()
            .bidirectional(true)
            .replyWith(
                received -> {
                  if (received.index() == 0) {
                    gone.get().close();
                    next.set(sender());
                  }
                  return Reply.of("to " + received.index());
                })
            .build();
    gone.set(sender());
    gone.get().say(frame(1));
    assertThat(nextValue(receiver)).isEqualTo(1);
    next.get().say(frame(2));
    assertThat(nextValue(receiver)).isEqualTo(2);
    try (Message answer = next.get().hear()) {
      assertThat(answer).isEqualTo(new Message.DataReply(Optional.of("to 1")));
    }
    next.get().close();
    receiver.close();
  }

  @Test
  void doesNotKeepAnAnswerWaitingForRoom() throws Exception {
    FrameReceiver receiver = stream.receiver().build();
    RawPeer sender = sender();
    sender.say(picture(FramePool.unpooled(), 1));
    assertThat(nextValue(receiver)).isEqualTo(1);
    sender.say(picture(FramePool.unpooled(), 2));
    CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> nextValue(receiver));
    await().until(() -> stream.link.waiting(Role.RECEIVER) == 0);
    sender.close();
    assertThat(second.get()).isEqualTo(2);
    receiver.close();
  }

  @Test
  void doesNotKeepTheEndWaitingForAConfirmationNobodyHears() {
    FrameReceiver receiver = stream.receiver().timeout(Duration.ofSeconds(20)).build();
    sender().close();
    stream.link.inject(Role.RECEIVER, new byte[] {'E', '0'});
    long begun = System.nanoTime();
    assertThat(receiver.next()).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    assertThat(receiver.summary().ended()).isEqualTo(Ended.TERMINATED);
  }

  @Test
  void isWaitedForUntilTheTimeout() {
    FrameReceiver receiver = stream.receiver().timeout(Duration.ofMillis(200)).build();
    try (RawPeer sender = sender()) {
      sender.say(picture(FramePool.unpooled(), 1));
      assertThat(nextValue(receiver)).isEqualTo(1);
    }
    assertThatThrownBy(receiver::next)
        .isInstanceOf(StreamTimeoutException.class)
        .hasMessageContaining("left");
  }

  @ParameterizedTest
  @EnumSource(
      value = Pattern.class,
      names = {"PAIR", "REQ_REP"})
  void inTheMiddleOfAnAnswerCostsAConnectionButNoFrame(Pattern pattern) {
    MemStream broken = new MemStream(pattern);
    FrameReceiver receiver = broken.receiver().build();
    broken.link.breakOff(Role.SENDER, 1);
    try (RawPeer sender = new RawPeer(broken.link, pattern, Role.SENDER)) {
      sender.say(picture(FramePool.unpooled(), 1));
      assertThat(nextValue(receiver)).isEqualTo(1);
      sender.say(picture(FramePool.unpooled(), 2));
      assertThat(nextValue(receiver)).isEqualTo(2);
      assertThat(sender.hear()).isInstanceOf(Message.Acknowledgement.class);
    }
    assertThat(receiver.statistics().reconnects()).isOne();
    receiver.close();
    assertThat(broken.link.openTransports()).isZero();
  }

  @Test
  void doesNotKeepAnotherRequesterFromItsAnswer() {
    MemStream many = new MemStream(Pattern.REQ_REP);
    FrameReceiver receiver =
        many.receiver()
            .bidirectional(true)
            .replyWith(
                received -> {
                  many.link.cut();
                  return Reply.of("for who asked");
                })
            .build();
    try (RawPeer sender = new RawPeer(many.link, Pattern.REQ_REP, Role.SENDER)) {
      sender.say(frame(1));
      assertThat(nextValue(receiver)).isEqualTo(1);
      assertThat(sender.hear()).isEqualTo(new Message.DataReply(Optional.of("for who asked")));
    }
    receiver.close();
  }

  private RawPeer sender() {
    return new RawPeer(stream.link, Pattern.PAIR, Role.SENDER);
  }

  private static Message frame(int value) {
    return new Message.FrameMessage(picture(FramePool.unpooled(), value), true, Optional.empty());
  }

  private static int nextValue(FrameReceiver receiver) {
    try (ReceivedFrame received = receiver.next().orElseThrow()) {
      return valueOf(received.frame());
    }
  }
}
