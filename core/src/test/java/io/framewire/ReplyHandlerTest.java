package io.framewire;

import static io.framewire.MemStream.awaitNoThreads;
import static io.framewire.MemStream.picture;
import static io.framewire.MemStream.pictures;
import static io.framewire.MemStream.result;
import static io.framewire.MemStream.yielding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.error.StreamTimeoutException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.wire.Pattern;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplyHandlerTest {
  private final MemStream stream = new MemStream(Pattern.PAIR);

  @AfterEach
  void noThreadIsLeft() {
    awaitNoThreads();
  }

  @ParameterizedTest
  @EnumSource(
      value = Pattern.class,
      names = {"PAIR", "REQ_REP"})
  void answersEachFrameFromThatVeryFrame(Pattern pattern) {
    MemStream both = new MemStream(pattern);
    List<Long> handedOut = new ArrayList<>();
    CompletionStage<StreamSummary> receiving =
        both.receiver()
            .bidirectional(true)
            .replyWith(ReplyHandlerTest::describe)
            .build()
            .start(received -> handedOut.add(received.index()));
    try (FrameSender sender = both.sender().bidirectional(true).build()) {
      assertThat(exchange(sender, 7, "first")).isEqualTo("first of 7");
      assertThat(exchange(sender, 8, "echo")).isEqualTo("Frame |u1[4, 1000]");
      assertThat(exchange(sender, 9, "none")).isEqualTo("nothing");
      assertThat(exchange(sender, 10, "last")).isEqualTo("last of 10");
    }
    result(receiving);
    assertThat(handedOut).containsExactly(0L, 1L, 2L, 3L);
  }

  private static Reply describe(ReceivedFrame received) {
    Object asked = received.data().orElseThrow();
    if (asked.equals("echo")) {
      return Reply.of(received.frame().retain());
    }
    return asked.equals("none")
        ? Reply.none()
        : Reply.of(asked + " of " + MemStream.valueOf(received.frame()));
  }

  private static String exchange(FrameSender sender, int value, String data) {
    try (Frame frame = picture(FramePool.unpooled(), value);
        Reply reply = sender.send(frame, data)) {
      reply.array().ifPresent(echo -> assertThat(MemStream.valueOf(echo)).isEqualTo(value));
      return reply.toString();
    }
  }

  @Test
  void takesAFrameForAnArrayWhateverItsStaticTypeIs() {
    Object frame = picture(FramePool.unpooled(), 3);
    try (Reply reply = Reply.of(frame)) {
      assertThat(reply.array()).containsSame((Frame) frame);
      assertThat(reply.data()).isEmpty();
    }
  }

  @Test
  void endsTheStreamWithTheFramesIndexAndTheCauseWhereItFails() {
    IOException disk = new IOException("disk full");
    FrameReceiver receiver =
        failing(
            received -> {
              if (received.index() == 1) {
                throw disk;
              }
              return Reply.none();
            });
    CompletionStage<StreamSummary> sending = sendTwo();
    assertThatThrownBy(() -> receiver.run(received -> {}))
        .isExactlyInstanceOf(FramewireException.class)
        .hasMessageContaining("the reply handler failed on frame 1")
        .hasMessageContaining("disk full")
        .hasCause(disk);
    assertThat(receiver.summary().ended()).isEqualTo(Ended.ERROR);
    assertThat(receiver.statistics().frames()).isOne();
    assertThatThrownBy(() -> result(sending)).hasCauseInstanceOf(StreamTimeoutException.class);
  }

  @Test
  void endsTheStreamWhereItReturnsNull() {
    FrameReceiver receiver = failing(received -> null);
    CompletionStage<StreamSummary> sending = sendTwo();
    assertThatThrownBy(receiver::next)
        .isExactlyInstanceOf(FramewireException.class)
        .hasMessageContaining("frame 0")
        .hasMessageContaining("use Reply.none()");
    assertThatThrownBy(() -> result(sending)).hasCauseInstanceOf(StreamTimeoutException.class);
  }

  @Test
  void mayCloseTheReceiver() {
    AtomicReference<FrameReceiver> receiver = new AtomicReference<>();
    receiver.set(
        failing(
            received -> {
              receiver.get().close();
              return Reply.of("too late");
            }));
    CompletionStage<StreamSummary> sending = sendTwo();
    assertThat(receiver.get().next()).isEmpty();
    assertThat(receiver.get().summary().ended()).isEqualTo(Ended.CLOSED);
    assertThatThrownBy(() -> result(sending)).hasCauseInstanceOf(StreamTimeoutException.class);
  }

  @Test
  void leavesNoPlaceForQueuedReplies() {
    try (FrameReceiver receiver = failing(received -> Reply.none());
        Frame array = picture(FramePool.unpooled(), 1)) {
      assertThatThrownBy(() -> receiver.reply("queued"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("replyWith gives the reply to every frame");
      assertThatThrownBy(() -> receiver.reply(array)).isInstanceOf(ConfigurationException.class);
    }
  }

  @Test
  void isRefusedOutsideBidirectionalMode() {
    assertThatThrownBy(() -> stream.receiver().replyWith(received -> Reply.none()).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("replyWith needs bidirectional mode");
    assertThat(stream.link.openTransports()).isZero();
  }

  @Test
  void isAnsweredOnlyBySourcesThatHaveDataAsInVidgear() {
    assertThatThrownBy(() -> stream.sender().bidirectional(true).source(pictures(1)).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("this source does not yield")
        .hasMessageContaining("FrameSource.withData")
        .hasMessageContaining("send(frame, data)");
    assertThat(stream.link.openTransports()).isZero();
  }

  @Test
  void knowsNoNulls() {
    try (FrameReceiver receiver = stream.receiver().bidirectional(true).build();
        FrameSender sender = stream.sender().bidirectional(true).build();
        Frame frame = picture(FramePool.unpooled(), 1)) {
      assertThatThrownBy(() -> sender.send(frame, null))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("data");
      assertThatThrownBy(() -> receiver.reply((Object) null))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("data");
      stream.link.breakDown();
    }
  }

  private FrameReceiver failing(ReplyHandler handler) {
    return stream.receiver().bidirectional(true).replyWith(handler).build();
  }

  private CompletionStage<StreamSummary> sendTwo() {
    return stream
        .sender()
        .bidirectional(true)
        .timeout(Duration.ofMillis(300))
        .source(yielding(pictures(2)))
        .build()
        .start();
  }
}
