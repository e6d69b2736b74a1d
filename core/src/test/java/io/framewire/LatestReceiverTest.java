package io.framewire;

import static io.framewire.MemStream.awaitNoThreads;
import static io.framewire.MemStream.endlessPictures;
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
import io.framewire.frame.FramePool;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LatestReceiverTest {
  private static final int FRAMES = 40;

  private final MemStream stream = new MemStream(Pattern.PAIR);

  @AfterEach
  void noThreadIsLeft() {
    awaitNoThreads();
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void handsOutTheNewestFrameAndCountsTheOnesBeforeIt(Pattern pattern) {
    MemStream lagging = new MemStream(pattern);
    FrameReceiver receiver = lagging.receiver().latest().build();
    try (FrameSender sender = lagging.sender().build();
        Frame frame = picture(FramePool.unpooled(), 0)) {
      CompletableFuture<Void> first = CompletableFuture.runAsync(() -> send(sender, frame, 0));
      assertThat(indexAndValue(receiver)).containsExactly(0, 0);
      first.join();
      for (int value = 1; value < FRAMES; value++) {
        send(sender, frame, value);
        await()
            .pollInterval(Duration.ofMillis(1))
            .until(() -> lagging.link.waiting(Role.RECEIVER) == 0);
      }
      await().until(() -> receiver.statistics().dropped() == FRAMES - 2);
      assertThat(indexAndValue(receiver)).containsExactly(FRAMES - 1, FRAMES - 1);
    }
    assertThat(receiver.next()).isEmpty();
    assertThat(receiver.statistics().frames()).isEqualTo(2);
    assertThat(receiver.summary().ended()).isEqualTo(Ended.TERMINATED);
  }

  @Test
  void answersWhileNobodyAsksForAFrame() {
    FrameReceiver receiver = stream.receiver().latest().build();
    CompletionStage<StreamSummary> sending =
        stream.sender().source(pictures(FRAMES)).build().start();
    receiver.next().orElseThrow().close();
    assertThat(result(sending).endConfirmed()).isTrue();
    assertThat(indexAndValue(receiver)).containsExactly(FRAMES - 1, FRAMES - 1);
    assertThat(receiver.next()).isEmpty();
    assertThat(receiver.statistics().dropped()).isEqualTo(FRAMES - 2);
  }

  @Test
  void needsMemoryForAFewFramesOnly() {
    FrameReceiver receiver =
        stream.receiver().latest().memoryLimit(5 * MemStream.ROWS * MemStream.COLUMNS).build();
    CompletionStage<StreamSummary> sending = stream.sender().source(pictures(500)).build().start();
    receiver.next().orElseThrow().close();
    assertThat(result(sending).statistics().frames()).isEqualTo(500);
    receiver.close();
  }

  @Test
  void handsOutTheLastFrameBeforeTheError() {
    FrameReceiver receiver = stream.receiver().timeout(Duration.ofMillis(400)).latest().build();
    FrameSender sender = stream.sender().build();
    try (Frame frame = picture(FramePool.unpooled(), 1)) {
      CompletableFuture<Void> first = CompletableFuture.runAsync(() -> send(sender, frame, 1));
      receiver.next().orElseThrow().close();
      first.join();
      send(sender, frame, 2);
    }
    stream.link.inject(Role.RECEIVER, new byte[] {'?'});
    await().until(() -> receiver.summary().ended() == Ended.PROTOCOL);
    assertThat(indexAndValue(receiver)).containsExactly(1, 2);
    assertThatThrownBy(receiver::next).isInstanceOf(ProtocolException.class);
    assertThat(receiver.next()).isEmpty();
    sender.close();
  }

  @Test
  void endsInTheTimeoutWhereNothingComes() {
    FrameReceiver receiver = stream.receiver().timeout(Duration.ofMillis(50)).latest().build();
    assertThatThrownBy(receiver::next)
        .isInstanceOf(StreamTimeoutException.class)
        .hasMessageContaining("no frame came within 0.05 s");
    assertThat(receiver.next()).isEmpty();
    assertThat(receiver.summary().ended()).isEqualTo(Ended.TIMEOUT);
  }

  @Test
  void countsTheFramesThatAreHandedOut() {
    FrameReceiver receiver = stream.receiver().latest().frames(3).build();
    FrameSender sender = stream.sender().source(endlessPictures()).build();
    CompletionStage<StreamSummary> sending = sender.start();
    StreamSummary taken = receiver.run(received -> {});
    sender.close();
    result(sending);
    assertThat(taken.ended()).isEqualTo(Ended.FRAMES);
    assertThat(taken.statistics().frames()).isEqualTo(3);
  }

  @Test
  void repliesToEveryFrameOnTheThreadThatReceives() {
    List<String> threads = new ArrayList<>();
    FrameReceiver receiver =
        stream
            .receiver()
            .latest()
            .bidirectional(true)
            .replyWith(
                received -> {
                  threads.add(Thread.currentThread().getName());
                  return Reply.of(received.index());
                })
            .build();
    CompletionStage<StreamSummary> receiving = receiver.start(received -> {});
    try (FrameSender sender = stream.sender().bidirectional(true).build();
        Frame frame = picture(FramePool.unpooled(), 0)) {
      for (long index = 0; index < 5; index++) {
        try (Reply reply = sender.send(frame, index)) {
          assertThat(reply.data()).contains(index);
        }
      }
    }
    result(receiving);
    assertThat(threads).hasSize(5).containsOnly("framewire-latest");
  }

  @ParameterizedTest
  @EnumSource(
      value = Pattern.class,
      names = {"PAIR", "REQ_REP", "PUSH_PULL"})
  void servesASubscriberThatAsksForOneFrameAtATime(Pattern pattern) {
    MemStream subscribed = new MemStream(pattern);
    FrameReceiver receiver = subscribed.receiver().latest().build();
    NotingSubscriber subscriber = new NotingSubscriber();
    receiver.publisher().subscribe(subscriber);
    subscriber.request(1);
    result(subscribed.sender().source(pictures(FRAMES)).build().start());
    await().until(() -> receiver.summary().ended() == Ended.TERMINATED);
    assertThat(subscriber.values()).hasSize(1);
    subscriber.request(1);
    subscriber.awaitEnd();
    assertThat(subscriber.values()).hasSize(2).endsWith(FRAMES - 1);
    assertThat(subscriber.completions()).isOne();
    subscriber.closeFrames();
  }

  private static void send(FrameSender sender, Frame frame, int value) {
    MemStream.paint(frame, value);
    sender.send(frame).close();
  }

  private static List<Integer> indexAndValue(FrameReceiver receiver) {
    try (ReceivedFrame received = receiver.next().orElseThrow()) {
      return List.of((int) received.index(), valueOf(received.frame()));
    }
  }
}
