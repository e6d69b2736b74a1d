package io.framewire;

import static io.framewire.MemStream.assertNothingLent;
import static io.framewire.MemStream.awaitNoThreads;
import static io.framewire.MemStream.endlessPictures;
import static io.framewire.MemStream.picture;
import static io.framewire.MemStream.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.TransportException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloseTest {
  private static final Duration LIMIT = Duration.ofMillis(2500);

  @AfterEach
  void noThreadIsLeft() {
    awaitNoThreads();
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void endsASenderThatWaitsForItsReceiver(Pattern pattern) {
    FrameSender sender =
        new MemStream(pattern)
            .sender()
            .timeout(Duration.ofMillis(800))
            .source(endlessPictures())
            .build();
    CompletionStage<StreamSummary> sending = sender.start();
    closeInTime(sender);
    assertThat(result(sending).ended()).isEqualTo(Ended.CLOSED);
    assertThat(result(sending).endConfirmed()).isFalse();
    assertNothingLent(sender.pool());
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void endsAReceiverThatWaitsForItsSender(Pattern pattern) {
    FrameReceiver receiver = new MemStream(pattern).receiver().build();
    CompletionStage<StreamSummary> receiving = receiver.start(frame -> {});
    closeInTime(receiver);
    assertThat(result(receiving).ended()).isEqualTo(Ended.CLOSED);
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void endsBothEndsOfARunningStream(Pattern pattern) {
    MemStream stream = new MemStream(pattern);
    FrameReceiver receiver = stream.receiver().build();
    FrameSender sender = stream.sender().source(endlessPictures()).build();
    CompletionStage<StreamSummary> receiving = receiver.start(frame -> {});
    CompletionStage<StreamSummary> sending = sender.start();
    await().until(() -> receiver.statistics().frames() > 10);
    assertThat(sender.statistics().framesPerSecond()).isPositive();
    assertThat(receiver.statistics().bytesPerSecond()).isPositive();
    assertThat(receiver.statistics().latencyP99())
        .isGreaterThanOrEqualTo(receiver.statistics().latencyP50());
    closeInTime(sender);
    assertThat(result(sending).ended()).isEqualTo(Ended.CLOSED);
    assertThat(result(sending).endConfirmed()).isTrue();
    assertThat(result(receiving).ended()).isEqualTo(Ended.TERMINATED);
    assertNothingLent(sender.pool());
  }

  @Test
  void breaksAPushThatWaitsForItsAnswer() {
    MemStream stream = new MemStream(Pattern.PAIR);
    FrameReceiver receiver = stream.receiver().build();
    FrameSender sender = stream.sender().build();
    try (Frame frame = picture(FramePool.unpooled(), 1)) {
      CompletableFuture<Reply> sending = CompletableFuture.supplyAsync(() -> sender.send(frame));
      await().until(() -> stream.link.waiting(Role.RECEIVER) == 1);
      closeInTime(sender);
      assertThatThrownBy(sending::join).hasCauseInstanceOf(TransportException.class);
    }
    closeInTime(receiver);
    assertThat(sender.summary().ended()).isEqualTo(Ended.CLOSED);
  }

  @Test
  void breaksAnEndThatWaitsForItsConfirmation() {
    MemStream stream = new MemStream(Pattern.PAIR);
    FrameReceiver receiver = stream.receiver().build();
    FrameSender sender = stream.sender().source(MemStream.pictures(0)).build();
    CompletionStage<StreamSummary> sending = sender.start();
    await().until(() -> stream.link.waiting(Role.RECEIVER) == 1);
    closeInTime(sender);
    assertThat(result(sending).ended()).isEqualTo(Ended.TERMINATED);
    assertThat(result(sending).endConfirmed()).isFalse();
    closeInTime(receiver);
  }

  @Test
  void isDoneByAnInterruptedThreadToo() {
    MemStream stream = new MemStream(Pattern.PAIR);
    FrameReceiver receiver = stream.receiver().build();
    CompletionStage<StreamSummary> receiving = receiver.start(frame -> {});
    Thread.currentThread().interrupt();
    receiver.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result(receiving).ended()).isEqualTo(Ended.CLOSED);
    assertThat(receiver.isOver()).isTrue();

    FrameSender sender = stream.sender().build();
    Thread.currentThread().interrupt();
    sender.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(sender.summary().ended()).isEqualTo(Ended.CLOSED);
  }

  @Test
  void mayBeDoneTwiceByTwoThreadsAtOnce() {
    MemStream stream = new MemStream(Pattern.PAIR);
    FrameReceiver receiver = stream.receiver().build();
    FrameSender sender = stream.sender().source(endlessPictures()).build();
    CompletionStage<StreamSummary> receiving = receiver.start(frame -> {});
    CompletionStage<StreamSummary> sending = sender.start();
    CompletableFuture.allOf(
            CompletableFuture.runAsync(sender::close),
            CompletableFuture.runAsync(sender::close),
            CompletableFuture.runAsync(receiver::close),
            CompletableFuture.runAsync(receiver::close))
        .join();
    assertThatCode(sender::close).doesNotThrowAnyException();
    assertThatCode(receiver::close).doesNotThrowAnyException();
    result(sending);
    result(receiving);
    assertNothingLent(sender.pool());
  }

  @Test
  void leavesAClearErrorToWhoGoesOn() {
    MemStream stream = new MemStream(Pattern.PAIR);
    FrameSender sender = stream.sender().timeout(Duration.ofMillis(50)).build();
    FrameReceiver receiver = stream.receiver().build();
    receiver.close();
    sender.close();
    try (Frame frame = picture(FramePool.unpooled(), 1)) {
      assertThatThrownBy(() -> sender.send(frame))
          .isInstanceOf(TransportException.class)
          .hasMessage("this stream has ended (closed): build a new one to go on");
    }
    assertThat(receiver.next()).isEmpty();
    assertThat(receiver.iterator().hasNext()).isFalse();
    assertThat(receiver.run(frame -> {}).ended()).isEqualTo(Ended.CLOSED);
    assertThat(sender.summary().ended()).isEqualTo(Ended.CLOSED);
    assertThat(Optional.of(sender.statistics().frames())).contains(0L);
  }

  @Test
  void atAnyMomentLeavesNothingBehind() {
    long seed = Long.getLong("framewire.test.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      MemStream stream = new MemStream(Pattern.values()[round % 4]);
      FrameReceiverBuilder receiverOptions = stream.receiver().timeout(Duration.ofMillis(200));
      FrameSenderBuilder senderOptions =
          stream.sender().timeout(Duration.ofMillis(200)).source(endlessPictures());
      if (random.nextBoolean()) {
        receiverOptions.latest();
      }
      if (random.nextBoolean()) {
        senderOptions.latest();
      }
      if (random.nextBoolean()) {
        senderOptions.reconnect(ReconnectPolicy.STANDARD).onState((state, words) -> {});
      }
      FrameReceiver receiver = receiverOptions.build();
      FrameSender sender = senderOptions.build();
      CompletionStage<StreamSummary> receiving = receiver.start(frame -> {});
      CompletionStage<StreamSummary> sending = sender.start();
      long frames = random.nextInt(8);
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> receiver.statistics().frames() >= frames || isDone(sending, receiving));
      if (random.nextBoolean()) {
        sender.close();
        receiver.close();
      } else {
        receiver.close();
        sender.close();
      }
      assertThat(sending.toCompletableFuture().handle((summary, failure) -> true).join()).isTrue();
      assertThat(receiving.toCompletableFuture().handle((summary, failure) -> true).join())
          .isTrue();
      assertThat(stream.link.openTransports()).as("seed %s", seed).isZero();
      await()
          .pollDelay(Duration.ZERO)
          .untilAsserted(
              () ->
                  assertThat(sender.pool().statistics().lentBlocks()).as("seed %s", seed).isZero());
    }
  }

  /** Whether one of them ran into its short timeout, which is as good a moment as any. */
  private static boolean isDone(CompletionStage<?> one, CompletionStage<?> other) {
    return one.toCompletableFuture().isDone() || other.toCompletableFuture().isDone();
  }

  private static void closeInTime(AutoCloseable end) {
    long begun = System.nanoTime();
    assertThatCode(end::close).doesNotThrowAnyException();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT);
  }
}
