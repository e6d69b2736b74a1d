package io.framewire;

import static io.framewire.MemStream.awaitNoThreads;
import static io.framewire.MemStream.picture;
import static io.framewire.MemStream.pictures;
import static io.framewire.MemStream.result;
import static io.framewire.MemStream.valueOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ProtocolException;
import io.framewire.error.RefusedMessageException;
import io.framewire.error.StreamTimeoutException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.spi.Transport;
import io.framewire.testing.RawPeer;
import io.framewire.wire.Message;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadMessagesTest {
  private static final byte[] GARBAGE = {'?', 1, 2};

  private final MemStream stream = new MemStream(Pattern.PAIR);

  @AfterEach
  void noThreadIsLeft() {
    awaitNoThreads();
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void areSkippedCountedAndAnswered(Pattern pattern) {
    MemStream any = new MemStream(pattern);
    FrameReceiver receiver = any.receiver().badMessages(BadMessages.SKIP).build();
    try (RawPeer sender = new RawPeer(any.link, pattern, Role.SENDER)) {
      any.link.inject(Role.RECEIVER, GARBAGE);
      CompletionStage<StreamSummary> receiving =
          receiver.start(received -> assertThat(valueOf(received.frame())).isEqualTo(7));
      if (pattern.answers()) {
        assertThat(sender.hear()).isInstanceOf(Message.Acknowledgement.class);
      }
      sayUntilTaken(sender, picture(FramePool.unpooled(), 7));
      if (pattern.answers()) {
        assertThat(sender.hear()).isInstanceOf(Message.Acknowledgement.class);
      }
      if (pattern.answers()) {
        sender.end();
      } else {
        sayUntilTaken(sender, new Message.End());
      }
      StreamStatistics statistics = result(receiving).statistics();
      assertThat(statistics.frames()).isOne();
      assertThat(statistics.skipped()).isOne();
      assertThat(statistics.dropped()).isZero();
    }
  }

  private static void sayUntilTaken(RawPeer sender, Frame frame) {
    try (frame) {
      await().until(() -> sender.say(frame.retain()) == Transport.Sent.YES);
    }
  }

  private static void sayUntilTaken(RawPeer sender, Message message) {
    await().until(() -> sender.say(message) == Transport.Sent.YES);
  }

  @Test
  void areAnsweredInBidirectionalModeWithoutAskingTheHandler() {
    AtomicBoolean asked = new AtomicBoolean();
    FrameReceiver receiver =
        stream
            .receiver()
            .badMessages(BadMessages.SKIP)
            .bidirectional(true)
            .replyWith(
                received -> {
                  asked.set(true);
                  return Reply.none();
                })
            .build();
    CompletionStage<StreamSummary> receiving = receiver.start(received -> {});
    try (RawPeer sender = new RawPeer(stream.link, Pattern.PAIR, Role.SENDER)) {
      stream.link.inject(Role.RECEIVER, GARBAGE);
      assertThat(sender.hear()).isEqualTo(new Message.DataReply(Optional.empty()));
      sender.say(picture(FramePool.unpooled(), 1));
      assertThat(sender.hear()).isEqualTo(new Message.DataReply(Optional.empty()));
      sender.end();
      assertThat(result(receiving).statistics().skipped()).isEqualTo(2);
    }
    assertThat(asked).isFalse();
  }

  @Test
  void doNotKeepAStreamAlive() {
    MemStream flooded = new MemStream(Pattern.PUSH_PULL);
    FrameReceiver receiver =
        flooded.receiver().timeout(Duration.ofMillis(300)).badMessages(BadMessages.SKIP).build();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> flood =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                if (flooded.link.waiting(Role.RECEIVER) < 10) {
                  flooded.link.inject(Role.RECEIVER, GARBAGE);
                }
              }
            });
    assertThatThrownBy(receiver::next)
        .isInstanceOf(StreamTimeoutException.class)
        .hasMessageContaining("no frame came within 0.3 s")
        .hasMessageMatching(".*; \\d+ bad messages were skipped meanwhile.*")
        .hasMessageContaining("not a message of this wire")
        .hasCauseInstanceOf(ProtocolException.class);
    over.set(true);
    flood.join();
    assertThat(receiver.statistics().skipped()).isGreaterThan(10);
  }

  @Test
  void areSkippedWhereTheTransportRefusedOneMessage() {
    FrameReceiver receiver = stream.receiver().badMessages(BadMessages.SKIP).build();
    try (RawPeer sender = new RawPeer(stream.link, Pattern.PAIR, Role.SENDER)) {
      stream.link.failReceive(Role.RECEIVER, new RefusedMessageException("9 parts"));
      CompletionStage<StreamSummary> receiving = receiver.start(received -> {});
      assertThat(sender.hear()).isInstanceOf(Message.Acknowledgement.class);
      sender.say(picture(FramePool.unpooled(), 1));
      assertThat(sender.hear()).isInstanceOf(Message.Acknowledgement.class);
      sender.end();
      assertThat(result(receiving).statistics().frames()).isOne();
      assertThat(result(receiving).statistics().skipped()).isOne();
      assertThat(result(receiving).statistics().reconnects()).isZero();
    }
  }

  @Test
  void costTheConnectionWhereTheTransportHasGivenUp() {
    FrameReceiver receiver = stream.receiver().badMessages(BadMessages.SKIP).build();
    stream.link.failReceive(Role.RECEIVER, new ProtocolException("a flood of strangers"));
    CompletionStage<StreamSummary> receiving = receiver.start(received -> {});
    FrameSender sender =
        stream.sender().reconnect(ReconnectPolicy.STANDARD).source(pictures(3)).build();
    assertThat(sender.run().endConfirmed()).isTrue();
    assertThat(result(receiving).statistics().reconnects()).isOne();
    assertThat(result(receiving).statistics().skipped()).isOne();
    assertThat(stream.link.openTransports()).isZero();
  }

  @Test
  void costASenderItsConnectionButNoFrame() {
    stream.link.failReceive(Role.SENDER, new ProtocolException("a flood of strangers"));
    FrameSender sender = stream.sender().badMessages(BadMessages.SKIP).source(pictures(1)).build();
    CompletionStage<StreamSummary> receiving = stream.receiver().build().start(received -> {});
    assertThat(sender.run().endConfirmed()).isTrue();
    assertThat(sender.statistics().reconnects()).isOne();
    assertThat(sender.statistics().frames()).isOne();
    assertThat(result(receiving).ended()).isEqualTo(Ended.TERMINATED);
  }

  @Test
  void endTheStreamUnlessTheyAreToBeSkipped() {
    FrameReceiver receiver = stream.receiver().build();
    stream.link.failReceive(Role.RECEIVER, new ProtocolException("a flood of strangers"));
    assertThatThrownBy(receiver::next)
        .isInstanceOf(ProtocolException.class)
        .hasMessage("a flood of strangers");
    assertThat(stream.link.openTransports()).isZero();
    MemStream incompatible = new MemStream(Pattern.PAIR);
    incompatible.link.makeIncompatible();
    FrameReceiver skipping =
        incompatible
            .receiver()
            .timeout(Duration.ofMillis(50))
            .badMessages(BadMessages.SKIP)
            .build();
    assertThatThrownBy(skipping::next)
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("something else");
  }

  @Test
  void areEmptyRepliesToASender() {
    FrameSender sender = stream.sender().badMessages(BadMessages.SKIP).source(pictures(3)).build();
    CompletionStage<StreamSummary> sending = sender.start();
    try (RawPeer receiver = new RawPeer(stream.link, Pattern.PAIR, Role.RECEIVER)) {
      receiver.hear().close();
      stream.link.inject(Role.SENDER, GARBAGE);
      receiver.hear().close();
      receiver.say(new Message.DataReply(Optional.of("of the other mode")));
      receiver.hear().close();
      stream.link.failReceive(Role.SENDER, new RefusedMessageException("too large"));
      assertThat(receiver.hear()).isInstanceOf(Message.End.class);
      receiver.say(new Message.EndConfirmation("bye"));
      StreamSummary sent = result(sending);
      assertThat(sent.endConfirmed()).isTrue();
      assertThat(sent.statistics().frames()).isEqualTo(3);
      assertThat(sent.statistics().skipped()).isEqualTo(3);
      assertThat(sent.statistics().reconnects()).isZero();
    }
  }
}
