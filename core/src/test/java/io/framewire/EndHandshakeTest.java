package io.framewire;

import static io.framewire.MemStream.pictures;
import static io.framewire.MemStream.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ProtocolException;
import io.framewire.error.SourceException;
import io.framewire.spi.FrameSource;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndHandshakeTest {
  private final MemStream stream = new MemStream(Pattern.PAIR);

  @AfterEach
  void noThreadIsLeft() {
    MemStream.awaitNoThreads();
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void warnsOnlyWhereNobodyTakesTheEnd(Pattern pattern) {
    MemStream alone = new MemStream(pattern);
    FrameSender sender = alone.sender().timeout(Duration.ofMillis(50)).source(pictures(0)).build();
    StreamSummary sent = sender.run();
    assertThat(sent.ended()).isEqualTo(Ended.TERMINATED);
    assertThat(sent.endConfirmed()).isFalse();
  }

  @Test
  void isUnconfirmedWhereTheReceiverLeavesBeforeItAnswers() {
    stream.link.hold(Role.RECEIVER);
    FrameReceiver receiver = stream.receiver().build();
    CompletionStage<StreamSummary> sending = stream.sender().source(pictures(0)).build().start();
    await().until(() -> stream.link.waiting(Role.RECEIVER) == 1);
    receiver.close();
    assertThat(result(sending).ended()).isEqualTo(Ended.TERMINATED);
    assertThat(result(sending).endConfirmed()).isFalse();
  }

  @Test
  void isUnconfirmedAndNoLostFrameWhereAReceiverWithoutAnswersNeverReadsIt() {
    MemStream pushed = new MemStream(Pattern.PUSH_PULL);
    pushed.link.hold(Role.RECEIVER);
    FrameReceiver receiver = pushed.receiver().build();
    FrameSender sender =
        pushed
            .sender()
            .highWaterMark(4)
            .timeout(Duration.ofMillis(300))
            .source(pictures(2))
            .build();
    StreamSummary sent = sender.run();
    assertThat(sent.ended()).isEqualTo(Ended.TERMINATED);
    assertThat(sent.endConfirmed()).isFalse();
    assertThat(sent.statistics().lost()).isEqualTo(2);
    receiver.close();
  }

  @Test
  void isUnconfirmedWhereTheAnswerIsNoConfirmation() {
    FrameReceiver receiver = stream.receiver().build();
    stream.link.hold(Role.RECEIVER);
    stream.link.inject(Role.SENDER, new byte[] {'A', '0'});
    assertThat(stream.sender().source(pictures(0)).build().run().endConfirmed()).isFalse();
    receiver.close();
  }

  @Test
  void isUnconfirmedAndNotAnExceptionWhereTheAnswerIsNoMessageAtAll() {
    FrameReceiver receiver = stream.receiver().build();
    stream.link.hold(Role.RECEIVER);
    stream.link.inject(Role.SENDER, new byte[] {'?'});
    StreamSummary sent = stream.sender().source(pictures(0)).build().run();
    assertThat(sent.ended()).isEqualTo(Ended.TERMINATED);
    assertThat(sent.endConfirmed()).isFalse();
    receiver.close();
  }

  @Test
  void doesNotHideWhatTheSourceThrew() {
    FrameReceiver receiver = stream.receiver().build();
    stream.link.hold(Role.RECEIVER);
    stream.link.inject(Role.SENDER, new byte[] {'?'});
    SourceException broken = new SourceException("unplugged");
    FrameSource source =
        FrameSource.of(
            pool -> {
              throw broken;
            });
    assertThatThrownBy(() -> stream.sender().source(source).build().run()).isSameAs(broken);
    receiver.close();
  }

  @Test
  void endsTheReceiverWhoseSenderDoesNotWaitForTheConfirmation() {
    FrameReceiver receiver = stream.receiver().timeout(Duration.ofMillis(100)).build();
    stream.link.inject(Role.RECEIVER, new byte[] {'E', '0'});
    assertThat(receiver.next()).isEmpty();
    assertThat(receiver.summary().ended()).isEqualTo(Ended.TERMINATED);
    assertThat(receiver.summary().endConfirmed()).isTrue();
    receiver.close();
    assertThat(receiver.summary().ended()).isEqualTo(Ended.TERMINATED);
  }

  @Test
  void isRefusedAsTheAnswerToAFrame() {
    FrameReceiver receiver = stream.receiver().build();
    stream.link.hold(Role.RECEIVER);
    stream.link.inject(Role.SENDER, new byte[] {'C', '0'});
    FrameSender sender =
        stream.sender().timeout(Duration.ofMillis(300)).source(pictures(1)).build();
    assertThatThrownBy(sender::run)
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("not announced");
    assertThat(sender.summary().ended()).isEqualTo(Ended.PROTOCOL);
    receiver.close();
  }

  @Test
  void followsTheLastFrameOfALimitedSource() {
    CompletionStage<StreamSummary> receiving = stream.receiver().build().start(frame -> {});
    StreamSummary sent =
        stream.sender().source(MemStream.endlessPictures()).frames(5).build().run();
    assertThat(sent.ended()).isEqualTo(Ended.FRAMES);
    assertThat(sent.endConfirmed()).isTrue();
    assertThat(sent.statistics().frames()).isEqualTo(5);
    assertThat(result(receiving).ended()).isEqualTo(Ended.TERMINATED);
    assertThat(result(receiving).statistics().frames()).isEqualTo(5);
  }

  @Test
  void isWhatTheReceiverIsToldWhereTheReplyHandlerFails() {
    CompletionStage<StreamSummary> receiving =
        stream.receiver().bidirectional(true).build().start(frame -> {});
    IllegalStateException mine = new IllegalStateException("mine");
    FrameSender sender =
        stream
            .sender()
            .bidirectional(true)
            .source(MemStream.yielding(pictures(3)))
            .onReply(
                reply -> {
                  throw mine;
                })
            .build();
    assertThatThrownBy(sender::run).isSameAs(mine);
    assertThat(sender.summary().ended()).isEqualTo(Ended.ERROR);
    assertThat(result(receiving).ended()).isEqualTo(Ended.TERMINATED);
    assertThat(Optional.of(sender.summary()).map(StreamSummary::endConfirmed)).contains(true);
  }
}
