package io.framewire;

import static io.framewire.MemStream.assertNothingLent;
import static io.framewire.MemStream.awaitNoThreads;
import static io.framewire.MemStream.pictures;
import static io.framewire.MemStream.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.SourceException;
import io.framewire.source.FrameSourceBuilder;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.wire.Pattern;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sender with a source that is read on a thread, opened anew and played again. */
class SenderSourceTest {
  private static final ReconnectPolicy QUICK =
      ReconnectPolicy.STANDARD.withDelays(Duration.ofMillis(1), Duration.ofMillis(4));

  private final MemStream stream = new MemStream(Pattern.PAIR);
  private final AtomicInteger opened = new AtomicInteger();

  @AfterEach
  void noThreadIsLeft() {
    awaitNoThreads();
  }

  @Test
  void countsHowOftenItsSourceCameBack() {
    CompletionStage<StreamSummary> receiving = stream.receiver().build().start(received -> {});
    FrameSource source = builder().queue().reconnect(QUICK).open();
    FrameSender sender = stream.sender().source(source).frames(7).build();
    StreamStatistics sent = sender.run().statistics();
    assertThat(sent.frames()).isEqualTo(7);
    assertThat(sent.sourceReconnects()).isGreaterThanOrEqualTo(2);
    assertThat(sent.reconnects()).isZero();
    assertThat(result(receiving).statistics().frames()).isEqualTo(7);
    assertNothingLent(sender.pool());
  }

  @Test
  void countsTheFramesThatItsSourceDropped() {
    CompletionStage<StreamSummary> receiving = stream.receiver().build().start(received -> {});
    FrameSource source = FrameSources.builder(() -> pictures(200)).newest().open();
    FrameSender sender = stream.sender().source(source).build();
    StreamStatistics sent = sender.run().statistics();
    assertThat(sent.frames() + sent.dropped()).isEqualTo(200);
    result(receiving);
    assertNothingLent(sender.pool());
  }

  @Test
  void endsInTheErrorOfASourceThatIsSilentTooLong() {
    CompletionStage<StreamSummary> receiving = stream.receiver().build().start(received -> {});
    CountDownLatch letGo = new CountDownLatch(1);
    FrameSource silent =
        pool -> {
          try {
            letGo.await();
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
          return Optional.empty();
        };
    FrameSource source =
        FrameSources.builder(() -> silent).readTimeout(Duration.ofMillis(40)).open();
    FrameSender sender = stream.sender().source(source).build();
    assertThatThrownBy(sender::run)
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("within 0.04 s");
    assertThat(sender.summary().ended()).isEqualTo(Ended.SOURCE);
    assertThat(result(receiving).ended()).isEqualTo(Ended.TERMINATED);
    letGo.countDown();
  }

  /** Each time it is opened it gives two pictures and breaks. */
  private FrameSourceBuilder builder() {
    return FrameSources.builder(
        () -> {
          opened.incrementAndGet();
          FrameSource two = pictures(2);
          return pool ->
              Optional.of(two.read(pool).orElseThrow(() -> new SourceException("unplugged again")));
        });
  }
}
