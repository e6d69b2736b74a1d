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
import io.framewire.error.StreamTimeoutException;
import io.framewire.frame.Frame;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.spi.TransportRequest;
import io.framewire.testing.RawPeer;
import io.framewire.wire.Message;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconnectTest {
  private static final ReconnectPolicy SOON =
      ReconnectPolicy.STANDARD.withDelays(Duration.ofMillis(5), Duration.ofMillis(20));

  private final MemStream stream = new MemStream(Pattern.PAIR);

  @AfterEach
  void noThreadIsLeft() {
    awaitNoThreads();
  }

  @ParameterizedTest
  @EnumSource(
      value = Pattern.class,
      names = {"PAIR", "REQ_REP"})
  void goesOnWithAReceiverThatComesBackEachTime(Pattern pattern) {
    MemStream often = new MemStream(pattern);
    Set<Integer> seen = new TreeSet<>();
    FrameSender sender = often.sender().reconnect(SOON).source(pictures(40)).build();
    CompletionStage<StreamSummary> sending = sender.start();
    for (int life = 0; life < 8; life++) {
      often.link.hold(Role.RECEIVER);
      FrameReceiver receiver = often.receiver().build();
      // the next one dies with a frame before it that it has not read
      await().until(() -> often.link.waiting(Role.RECEIVER) == 1);
      often.link.release(Role.RECEIVER);
      for (int frame = 0; frame < 3; frame++) {
        try (ReceivedFrame received = receiver.next().orElseThrow()) {
          seen.add(valueOf(received.frame()));
        }
      }
      receiver.close();
    }
    try (FrameReceiver last = often.receiver().build()) {
      last.run(received -> seen.add(valueOf(received.frame())));
    }
    StreamSummary sent = result(sending);
    assertThat(sent.ended()).isEqualTo(Ended.TERMINATED);
    assertThat(sent.endConfirmed()).isTrue();
    assertThat(sent.statistics().frames()).isEqualTo(40);
    assertThat(sent.statistics().reconnects()).isBetween(1L, 8L);
    assertThat(seen).hasSize(40);
    assertThat(often.link.openTransports()).isZero();
    MemStream.assertNothingLent(sender.pool());
  }

  @Test
  void keepsToTheTimeoutWhereTheReceiverDoesNotComeBack() {
    FrameSender sender = sender().timeout(Duration.ofMillis(600)).build();
    Duration waited = timeToFail(sender);
    assertThat(waited).isBetween(Duration.ofMillis(590), Duration.ofMillis(3000));
    assertThat(sender.statistics().reconnects()).isPositive();
    assertThat(sender.summary().ended()).isEqualTo(Ended.TIMEOUT);
    assertThat(stream.link.openTransports()).isZero();
  }

  @Test
  void isNotTriedWithoutThePolicy() {
    FrameSender sender =
        stream.sender().timeout(Duration.ofMillis(600)).source(pictures(3)).build();
    assertThat(timeToFail(sender)).isGreaterThan(Duration.ofMillis(590));
    assertThat(sender.statistics().reconnects()).isZero();
    assertThat(stream.link.requests(Role.SENDER)).hasSize(1);
  }

  private Duration timeToFail(FrameSender sender) {
    CompletionStage<StreamSummary> sending = sender.start();
    try (RawPeer receiver = new RawPeer(stream.link, Pattern.PAIR, Role.RECEIVER)) {
      receiver.hear().close();
    }
    long begun = System.nanoTime();
    assertThatThrownBy(() -> result(sending)).hasCauseInstanceOf(StreamTimeoutException.class);
    return Duration.ofNanos(System.nanoTime() - begun).plusMillis(100);
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void saysAgainWhatNobodyGotWholeAlsoWithoutThePolicy(Pattern pattern) {
    MemStream broken = new MemStream(pattern);
    FrameReceiver receiver = broken.receiver().build();
    broken.link.breakOff(Role.RECEIVER, 2);
    CompletionStage<StreamSummary> receiving = receiver.start(received -> {});
    StreamSummary sent = broken.sender().source(pictures(1)).build().run();
    assertThat(sent.statistics().reconnects()).isEqualTo(2);
    assertThat(sent.endConfirmed()).isTrue();
    assertThat(result(receiving).statistics().frames()).isOne();
    assertThat(broken.link.openTransports()).isZero();
  }

  @Test
  void countsTheFramesThatWereLostOverAllConnections() {
    MemStream pushed = new MemStream(Pattern.PUSH_PULL);
    try (FrameSender sender = pushed.sender().build()) {
      RawPeer first = new RawPeer(pushed.link, Pattern.PUSH_PULL, Role.RECEIVER);
      send(sender, 2);
      first.close();
      assertThat(sender.statistics().lost()).isEqualTo(2);
      RawPeer second = new RawPeer(pushed.link, Pattern.PUSH_PULL, Role.RECEIVER);
      send(sender, 1);
      pushed.link.breakOff(Role.RECEIVER, 1);
      send(sender, 1);
      assertThat(sender.statistics().reconnects()).isOne();
      assertThat(sender.statistics().lost()).isEqualTo(3);
      assertThat(sender.statistics().dropped()).isEqualTo(3);
      assertThat(sender.statistics().frames()).isEqualTo(4);
      second.close();
      assertThat(sender.statistics().lost()).isEqualTo(4);
    }
  }

  private static void send(FrameSender sender, int count) {
    for (int value = 0; value < count; value++) {
      try (Frame frame = picture(sender.pool(), value)) {
        sender.send(frame).close();
      }
    }
  }

  @Test
  void endsInTheTimeoutWhereNobodyEverGetsItWhole() {
    FrameReceiver receiver = stream.receiver().build();
    stream.link.breakOff(Role.RECEIVER, Integer.MAX_VALUE);
    FrameSender sender =
        stream.sender().timeout(Duration.ofMillis(300)).source(pictures(1)).build();
    assertThatThrownBy(sender::run)
        .isInstanceOf(StreamTimeoutException.class)
        .hasMessageContaining("no frame could be sent");
    receiver.close();
  }

  @Test
  void bindsTheSameEndpointAgainAsSoonAsItIsFree() {
    FrameSender sender = sender().bind().build();
    CompletionStage<StreamSummary> sending = sender.start();
    try (RawPeer receiver = new RawPeer(stream.link, Pattern.PAIR, Role.RECEIVER)) {
      receiver.hear().close();
      stream.link.refuseTransports(3);
    }
    await().until(() -> stream.link.requests(Role.SENDER).size() == 2);
    receiveAll();
    assertThat(result(sending).statistics().reconnects()).isOne();
    assertThat(stream.link.requests(Role.SENDER))
        .extracting(TransportRequest::endpoint)
        .containsOnly(sender.endpoint());
    assertThat(stream.link.requests(Role.SENDER))
        .extracting(TransportRequest::bind)
        .containsOnly(true);
  }

  @Test
  void saysThatTheEndpointStayedTaken() {
    FrameSender sender = sender().bind().timeout(Duration.ofMillis(400)).build();
    CompletionStage<StreamSummary> sending = sender.start();
    try (RawPeer receiver = new RawPeer(stream.link, Pattern.PAIR, Role.RECEIVER)) {
      receiver.hear().close();
      stream.link.refuseTransports(Integer.MAX_VALUE);
    }
    assertThatThrownBy(() -> result(sending))
        .hasCauseInstanceOf(StreamTimeoutException.class)
        .hasMessageContaining("no answer to a frame within 0.4 s")
        .hasMessageContaining("is taken");
    assertThat(stream.link.openTransports()).isZero();
  }

  @Test
  void isTriedWhereAConnectedPeerNeverAnswers() {
    CompletionStage<StreamSummary> sending =
        sender().timeout(Duration.ofSeconds(9)).build().start();
    RawPeer deaf = new RawPeer(stream.link, Pattern.PAIR, Role.RECEIVER);
    deaf.hear().close();
    long begun = System.nanoTime();
    deaf.hear().close();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(1));
    deaf.close();
    receiveAll();
    assertThat(result(sending).endConfirmed()).isTrue();
  }

  @Test
  void isAProtocolErrorWhereThePeerSpeaksSomethingElse() {
    CompletionStage<StreamSummary> sending = sender().build().start();
    try (RawPeer receiver = new RawPeer(stream.link, Pattern.PAIR, Role.RECEIVER)) {
      receiver.hear().close();
      stream.link.makeIncompatible();
    }
    assertThatThrownBy(() -> result(sending))
        .hasCauseInstanceOf(ProtocolException.class)
        .hasMessageContaining("something else");
  }

  @Test
  void confirmsTheEndOverAnAnswerThatCameLate() {
    CompletionStage<StreamSummary> sending =
        stream.sender().reconnect(SOON).source(pictures(1)).build().start();
    try (RawPeer receiver = new RawPeer(stream.link, Pattern.PAIR, Role.RECEIVER)) {
      receiver.hear().close();
      stream.link.cut();
      receiver.hear().close();
      receiver.say(new Message.Acknowledgement("to the first"));
      try (Message end = receiver.hear()) {
        assertThat(end).isInstanceOf(Message.End.class);
      }
      receiver.say(new Message.Acknowledgement("to the second"));
      receiver.say(new Message.EndConfirmation("bye"));
      assertThat(result(sending).endConfirmed()).isTrue();
    }
  }

  @Test
  void announcesTheEndToAReceiverThatComesBack() {
    CompletionStage<StreamSummary> sending =
        stream.sender().reconnect(SOON).source(pictures(0)).build().start();
    try (RawPeer receiver = new RawPeer(stream.link, Pattern.PAIR, Role.RECEIVER)) {
      receiver.hear().close();
    }
    receiveAll();
    assertThat(result(sending).endConfirmed()).isTrue();
  }

  @Test
  void sendsAPushedFrameAgainWithoutTouchingIt() {
    FrameSender sender = stream.sender().reconnect(SOON).build();
    try (Frame frame = picture(sender.pool(), 42)) {
      CompletionStage<Reply> sending = CompletableFuture.supplyAsync(() -> sender.send(frame));
      try (RawPeer receiver = new RawPeer(stream.link, Pattern.PAIR, Role.RECEIVER)) {
        receiver.hear().close();
      }
      FrameReceiver receiver = stream.receiver().build();
      try (ReceivedFrame received = receiver.next().orElseThrow()) {
        assertThat(valueOf(received.frame())).isEqualTo(42);
      }
      result(sending).close();
      CompletionStage<StreamSummary> rest = receiver.start(received -> {});
      sender.close();
      assertThat(result(rest).ended()).isEqualTo(Ended.TERMINATED);
    }
    MemStream.assertNothingLent(sender.pool());
  }

  private FrameSenderBuilder sender() {
    return stream.sender().reconnect(SOON).source(pictures(3));
  }

  private void receiveAll() {
    try (FrameReceiver receiver = stream.receiver().build()) {
      assertThat(receiver.run(received -> {}).ended()).isEqualTo(Ended.TERMINATED);
    }
  }
}
