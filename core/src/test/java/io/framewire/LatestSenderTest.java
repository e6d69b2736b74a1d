package io.framewire;

import static io.framewire.MemStream.assertNothingLent;
import static io.framewire.MemStream.awaitNoThreads;
import static io.framewire.MemStream.picture;
import static io.framewire.MemStream.pictures;
import static io.framewire.MemStream.result;
import static io.framewire.MemStream.valueOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameAndData;
import io.framewire.spi.FrameSource;
import io.framewire.testing.RawPeer;
import io.framewire.wire.Message;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LatestSenderTest {
  private static final int FRAMES = 40;

  private final MemStream stream = new MemStream(Pattern.PAIR);
  private final AtomicInteger read = new AtomicInteger();

  @AfterEach
  void noThreadIsLeft() {
    awaitNoThreads();
  }

  @Test
  void sendsTheNewestFrameWhileTheSourceGoesOn() {
    FrameSender sender = stream.sender().latest().source(counted(FRAMES)).build();
    CompletionStage<StreamSummary> sending = sender.start();
    try (RawPeer receiver = new RawPeer(stream.link, Pattern.PAIR, Role.RECEIVER)) {
      hearFrame(receiver);
      await().until(() -> read.get() == FRAMES);
      await().until(() -> sender.statistics().dropped() == FRAMES - 2);
      receiver.say(new Message.Acknowledgement("first"));
      assertThat(hearFrame(receiver)).isEqualTo(FRAMES - 1);
      receiver.say(new Message.Acknowledgement("last"));
      assertThat(receiver.hear()).isInstanceOf(Message.End.class);
      receiver.say(new Message.EndConfirmation("bye"));
      StreamSummary sent = result(sending);
      assertThat(sent.ended()).isEqualTo(Ended.TERMINATED);
      assertThat(sent.endConfirmed()).isTrue();
      assertThat(sent.statistics().frames()).isEqualTo(2);
      assertThat(sent.statistics().dropped()).isEqualTo(FRAMES - 2);
    }
    assertNothingLent(sender.pool());
  }

  private static int hearFrame(RawPeer receiver) {
    try (Message.FrameMessage message = (Message.FrameMessage) receiver.hear()) {
      return valueOf(message.frame());
    }
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void reachesTheEndInEveryPattern(Pattern pattern) {
    MemStream any = new MemStream(pattern);
    CompletionStage<StreamSummary> receiving = any.receiver().build().start(received -> {});
    FrameSender sender = any.sender().latest().source(counted(FRAMES)).build();
    StreamSummary sent = sender.run();
    assertThat(sent.statistics().frames() + sent.statistics().dropped()).isEqualTo(FRAMES);
    assertThat(result(receiving).ended()).isEqualTo(Ended.TERMINATED);
    assertThat(any.link.requests(Role.SENDER).get(0).options().highWaterMark()).isOne();
    assertNothingLent(sender.pool());
  }

  @Test
  void keepsDataWithItsFrame() {
    FrameSource source =
        FrameSource.withData(
            pool ->
                read.get() == FRAMES
                    ? Optional.empty()
                    : Optional.of(
                        new FrameAndData(
                            picture(pool, read.get()), (long) read.getAndIncrement())));
    CompletionStage<StreamSummary> receiving =
        stream
            .receiver()
            .bidirectional(true)
            .build()
            .start(
                received -> assertThat(received.data()).contains((long) valueOf(received.frame())));
    stream.sender().bidirectional(true).latest().source(source).build().run();
    assertThat(result(receiving).ended()).isEqualTo(Ended.TERMINATED);
  }

  @Test
  void sendsTheLastFrameBeforeTheSourcesFailure() {
    FrameSource two = counted(2);
    SourceException unplugged = new SourceException("unplugged");
    FrameSource source =
        pool ->
            Optional.of(
                two.read(pool)
                    .orElseThrow(
                        () -> {
                          throw unplugged;
                        }));
    FrameSender sender = stream.sender().latest().source(source).build();
    CompletionStage<StreamSummary> sending = sender.start();
    await().until(() -> read.get() == 2);
    int[] last = {-1};
    CompletionStage<StreamSummary> receiving =
        stream.receiver().build().start(received -> last[0] = valueOf(received.frame()));
    assertThatThrownBy(() -> result(sending)).hasCause(unplugged);
    assertThat(result(receiving).ended()).isEqualTo(Ended.TERMINATED);
    assertThat(last[0]).isOne();
    assertThat(sender.summary().ended()).isEqualTo(Ended.SOURCE);
  }

  @Test
  void closesInTimeWithASourceThatMustBeClosedToLetGo() {
    CountDownLatch closed = new CountDownLatch(1);
    FrameSource source =
        new FrameSource() {
          @Override
          public Optional<Frame> read(FramePool pool) {
            read.incrementAndGet();
            await().forever().until(() -> closed.getCount() == 0);
            return Optional.of(picture(pool, 1));
          }

          @Override
          public void close() {
            closed.countDown();
          }
        };
    FrameSender sender = closeWhileReading(source);
    awaitNoThreads();
    assertNothingLent(sender.pool());
  }

  @Test
  void closesInTimeWithASourceThatNeverLetsGo() {
    CountDownLatch letGo = new CountDownLatch(1);
    FrameSender sender =
        closeWhileReading(
            pool -> {
              read.incrementAndGet();
              await().forever().until(() -> letGo.getCount() == 0);
              return Optional.of(picture(pool, 1));
            });
    letGo.countDown();
    awaitNoThreads();
    assertNothingLent(sender.pool());
  }

  private FrameSender closeWhileReading(FrameSource source) {
    FrameReceiver receiver = stream.receiver().build();
    CompletionStage<StreamSummary> receiving = receiver.start(received -> {});
    FrameSender sender = stream.sender().latest().source(source).build();
    CompletionStage<StreamSummary> sending = sender.start();
    await().until(() -> read.get() == 1);
    long begun = System.nanoTime();
    sender.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    assertThat(result(sending).ended()).isEqualTo(Ended.CLOSED);
    assertThat(result(receiving).ended()).isEqualTo(Ended.TERMINATED);
    return sender;
  }

  @Test
  void needsASource() {
    assertThatThrownBy(() -> stream.sender().latest().build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("latest needs a source");
    try (FrameSender sender = stream.sender().latest().source(pictures(1)).build();
        Frame frame = picture(FramePool.unpooled(), 1)) {
      assertThatThrownBy(() -> sender.send(frame))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("leave latest out to push");
      stream.link.breakDown();
    }
  }

  private FrameSource counted(int count) {
    FrameSource pictures = pictures(count);
    return pool -> {
      Optional<Frame> next = pictures.read(pool);
      next.ifPresent(frame -> read.incrementAndGet());
      return next;
    };
  }
}
