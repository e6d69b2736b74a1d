package io.framewire;

import static io.framewire.MemStream.assertNothingLent;
import static io.framewire.MemStream.awaitNoThreads;
import static io.framewire.MemStream.endlessPictures;
import static io.framewire.MemStream.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ProtocolException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.testing.RawPeer;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloseWhileRenewingTest {
  private static final ReconnectPolicy AT_ONCE =
      ReconnectPolicy.STANDARD.withDelays(Duration.ofMillis(1), Duration.ofMillis(1));
  private static final int ROUNDS = 300;

  private final long seed = Long.getLong("framewire.test.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @AfterEach
  void noThreadIsLeft() {
    awaitNoThreads();
  }

  @Test
  void leavesNoTransportOfAReceiver() {
    for (int round = 0; round < ROUNDS; round++) {
      MemStream stream = new MemStream(Pattern.PAIR);
      FrameReceiver receiver =
          stream.receiver().reconnect(AT_ONCE).badMessages(BadMessages.SKIP).build();
      for (int flood = 0; flood < 100; flood++) {
        stream.link.failReceive(Role.RECEIVER, new ProtocolException("a flood"));
      }
      if (random.nextBoolean()) {
        stream.link.refuseTransports(Integer.MAX_VALUE);
      }
      CompletionStage<StreamSummary> receiving = receiver.start(received -> {});
      LockSupport.parkNanos(random.nextInt(4_000_000));
      closeAtOnce(receiver, Duration.ofSeconds(1));
      assertThat(result(receiving).ended()).as("seed %s", seed).isEqualTo(Ended.CLOSED);
      assertThat(stream.link.openTransports()).as("seed %s", seed).isZero();
    }
  }

  @Test
  void leavesNoTransportOfASender() {
    for (int round = 0; round < ROUNDS / 5; round++) {
      MemStream stream = new MemStream(Pattern.values()[round % 4]);
      FrameReceiver receiver = stream.receiver().build();
      stream.link.breakOff(Role.RECEIVER, Integer.MAX_VALUE);
      FrameSender sender =
          stream
              .sender()
              .reconnect(AT_ONCE)
              .timeout(Duration.ofMillis(60))
              .source(endlessPictures())
              .build();
      CompletionStage<StreamSummary> sending = sender.start();
      LockSupport.parkNanos(random.nextInt(70_000_000));
      closeAtOnce(sender, Duration.ofSeconds(1));
      sending.toCompletableFuture().handle((summary, failure) -> true).join();
      closeAtOnce(receiver, Duration.ofSeconds(1));
      assertThat(stream.link.openTransports()).as("seed %s", seed).isZero();
      assertNothingLent(sender.pool());
    }
  }

  @Test
  void breaksAPauseBetweenTwoTries() {
    MemStream stream = new MemStream(Pattern.PAIR);
    FrameSender sender =
        stream
            .sender()
            .reconnect(
                ReconnectPolicy.STANDARD.withDelays(Duration.ofHours(1), Duration.ofHours(1)))
            .timeout(Duration.ofHours(2))
            .build();
    try (Frame frame = MemStream.picture(FramePool.unpooled(), 1)) {
      CompletableFuture<Reply> sending = CompletableFuture.supplyAsync(() -> sender.send(frame));
      try (RawPeer receiver = new RawPeer(stream.link, Pattern.PAIR, Role.RECEIVER)) {
        receiver.hear().close();
      }
      await().until(() -> sender.statistics().reconnects() == 1);
      closeAtOnce(sender, Duration.ofMillis(2500));
      assertThatThrownBy(sending::join).hasMessageContaining("was closed");
    }
    assertThat(sender.summary().ended()).isEqualTo(Ended.CLOSED);
    assertThat(stream.link.openTransports()).isZero();
  }

  private static void closeAtOnce(AutoCloseable end, Duration limit) {
    long begun = System.nanoTime();
    try {
      end.close();
      end.close();
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(limit);
  }
}
