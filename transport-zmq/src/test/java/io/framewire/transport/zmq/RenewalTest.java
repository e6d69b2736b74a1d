package io.framewire.transport.zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.wire.Endpoint;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sender whose receivers are killed again and again before they answer. */
class RenewalTest {
  private static final int KILLS = 12;
  private static final int FRAMES_AFTER = 10;
  private static final Duration BRIEFLY = Duration.ofMillis(10);

  @RegisterExtension final Lab lab = new Lab();

  @Test
  void leavesTheMemoryOfFewFramesToAnswersThatNeverCome() {
    FrameSender sender =
        lab.closeLater(
            FrameSender.builder()
                .codec("msgpack")
                .transport("zmq")
                .to(Lab.ANY)
                .bind()
                .memoryLimit(6L << 20)
                .reconnect(ReconnectPolicy.STANDARD.withDelays(BRIEFLY, BRIEFLY))
                .build());
    CompletableFuture<Long> received =
        Lab.background(
            () -> {
              for (int kill = 0; kill < KILLS; kill++) {
                takeOneAndVanish(sender.endpoint());
              }
              return receiveAll(sender.endpoint());
            });
    while (sender.statistics().frames() < FRAMES_AFTER) {
      try (Frame frame = sender.pool().take(DType.UINT8, 480, 640, 3)) {
        sender.send(frame).close();
      }
    }
    assertThat(sender.statistics().reconnects()).isGreaterThanOrEqualTo(KILLS);
    assertThat(sender.pool().statistics().allocations()).isLessThan(6);
    sender.close();
    assertThat(received).succeedsWithin(Lab.LONG).isEqualTo((long) FRAMES_AFTER);
  }

  private static void takeOneAndVanish(Endpoint from) {
    await().pollInSameThread().pollInterval(BRIEFLY).until(() -> tookOne(from));
  }

  /** False while the sender makes its connection anew. */
  private static boolean tookOne(Endpoint from) {
    try (RawPeer receiver = RawPeer.ready(from, "PAIR")) {
      return receiver.readFrame().length > 0 && receiver.readFrame().length > 0;
    } catch (UncheckedIOException gone) {
      return false;
    }
  }

  private static long receiveAll(Endpoint from) {
    try (FrameReceiver receiver =
        FrameReceiver.builder().codec("msgpack").transport("zmq").at(from).connect().build()) {
      return receiver.run(frame -> {}).statistics().frames();
    }
  }
}
