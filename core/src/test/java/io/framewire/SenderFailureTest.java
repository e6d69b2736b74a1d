package io.framewire;

import static io.framewire.MemStream.picture;
import static io.framewire.MemStream.pictures;
import static io.framewire.MemStream.result;
import static io.framewire.MemStream.yielding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.wire.Pattern;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SenderFailureTest {
  private final MemStream stream = new MemStream(Pattern.PAIR);
  private final AtomicInteger closed = new AtomicInteger();
  private CompletionStage<StreamSummary> receiving;

  @BeforeEach
  void receive() {
    receiving = stream.receiver().bidirectional(true).build().start(frame -> {});
  }

  @AfterEach
  void theReceiverIsToldAndNoThreadIsLeft() {
    assertThat(result(receiving).ended()).isEqualTo(Ended.TERMINATED);
    MemStream.awaitNoThreads();
  }

  @Test
  void isTheSourcesOwnException() {
    SourceException unplugged = new SourceException("unplugged");
    FrameSender sender = sender(failing(unplugged));
    assertThatThrownBy(sender::run).isSameAs(unplugged);
    assertThat(sender.summary().ended()).isEqualTo(Ended.SOURCE);
    assertThat(sender.summary().endConfirmed()).isTrue();
    assertThat(closed).hasPositiveValue();
    MemStream.assertNothingLent(sender.pool());
  }

  @Test
  void isASourceExceptionWhateverAPluginThrew() {
    assertThatThrownBy(sender(failing(new IllegalStateException("oops")))::run)
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("oops")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void isASourceExceptionWhereTheDataFails() {
    FrameSource source =
        new FrameSource() {
          @Override
          public Optional<Frame> read(FramePool pool) {
            return Optional.of(picture(pool, 1));
          }

          @Override
          public Optional<Object> data() {
            throw new IllegalStateException("no data");
          }
        };
    FrameSender sender = sender(source);
    assertThatThrownBy(sender::run)
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("no data");
    MemStream.assertNothingLent(sender.pool());
  }

  @Test
  void isASourceExceptionWhereTheSourceReturnsNull() {
    assertThatThrownBy(sender(pool -> null)::run)
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("returned null");
  }

  @Test
  void isTheStagesToo() {
    CompletionStage<StreamSummary> sending = sender(failing(new SourceException("gone"))).start();
    assertThatThrownBy(() -> result(sending))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(SourceException.class);
  }

  @Test
  void isNoneWhereTheSourceFailsBecauseItWasClosed() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    FrameSource source =
        new FrameSource() {
          @Override
          public Optional<Frame> read(FramePool pool) {
            reading.countDown();
            try {
              closing.await();
            } catch (InterruptedException interrupted) {
              Thread.currentThread().interrupt();
            }
            throw new SourceException("read from a closed camera");
          }

          @Override
          public void close() {
            closing.countDown();
          }
        };
    FrameSender sender = sender(source);
    CompletionStage<StreamSummary> sending = sender.start();
    reading.await();
    sender.close();
    assertThat(result(sending).ended()).isEqualTo(Ended.CLOSED);
  }

  @Test
  void ofAClosingSourceDoesNotKeepTheStreamOpen() {
    FrameSource source =
        new FrameSource() {
          @Override
          public Optional<Frame> read(FramePool pool) {
            return Optional.empty();
          }

          @Override
          public void close() {
            throw new IllegalStateException("cannot close");
          }
        };
    FrameSender sender = sender(source);
    assertThatCode(sender::close).doesNotThrowAnyException();
    assertThat(sender.summary().endConfirmed()).isTrue();
    assertThatCode(sender::run).doesNotThrowAnyException();
  }

  @Test
  void isTheMemoryLimitsWhereASourceKeepsItsFrames() {
    FrameSender sender =
        stream.sender().bidirectional(true).memoryLimit(1000).source(yielding(pictures(3))).build();
    assertThatThrownBy(sender::run)
        .isExactlyInstanceOf(FramewireException.class)
        .hasMessageContaining("limit of 1000 bytes");
    assertThat(sender.summary().ended()).isEqualTo(Ended.ERROR);
  }

  @Test
  void isAnErrorOfUseWithoutASourceAndInASecondRun() {
    try (FrameSender sender = stream.sender().bidirectional(true).build()) {
      assertThatThrownBy(sender::run)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("no source");
    }
    FrameSender twice =
        new MemStream(Pattern.PAIR)
            .sender()
            .timeout(Duration.ofMillis(50))
            .source(pictures(0))
            .build();
    twice.run();
    assertThatThrownBy(twice::run).hasMessageContaining("runs already");
  }

  private FrameSender sender(FrameSource source) {
    return stream.sender().bidirectional(true).source(yielding(source)).build();
  }

  /** Yields two pictures, then fails. */
  private FrameSource failing(RuntimeException failure) {
    FrameSource two = pictures(2);
    return new FrameSource() {
      @Override
      public Optional<Frame> read(FramePool pool) {
        return Optional.of(
            two.read(pool)
                .orElseThrow(
                    () -> {
                      throw failure;
                    }));
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }
}
