package io.framewire;

import static io.framewire.MemStream.endlessPictures;
import static io.framewire.MemStream.pictures;
import static io.framewire.MemStream.result;
import static io.framewire.MemStream.valueOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.FramewireException;
import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.wire.Pattern;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameHandlerTest {
  private final MemStream stream = new MemStream(Pattern.PAIR);
  private final FrameReceiver receiver = stream.receiver().build();
  private final FrameSender sender = stream.sender().source(endlessPictures()).build();
  private final AtomicReference<Frame> seen = new AtomicReference<>();

  @AfterEach
  void close() {
    stream.link.breakDown();
    sender.close();
    receiver.close();
    MemStream.awaitNoThreads();
    MemStream.assertNothingLent(sender.pool());
  }

  @Test
  void mayUseAFrameUntilItReturns() {
    CompletionStage<StreamSummary> sending = sender.start();
    receiver.run(
        received -> {
          seen.set(received.frame());
          assertThat(valueOf(received.frame())).isZero();
          receiver.close();
        });
    assertThatThrownBy(() -> seen.get().data()).isInstanceOf(IllegalStateException.class);
    assertThat(receiver.summary().ended()).isEqualTo(Ended.CLOSED);
    sender.close();
    assertThat(result(sending).ended()).isEqualTo(Ended.CLOSED);
  }

  @Test
  void endsTheStreamWithItsException() {
    sender.start();
    assertThatThrownBy(() -> receiver.run(received -> fail(new IOException("disk full"), received)))
        .isExactlyInstanceOf(FramewireException.class)
        .hasMessageContaining("frame 0")
        .hasMessageContaining("disk full")
        .hasCauseInstanceOf(IOException.class);
    assertThat(receiver.summary().ended()).isEqualTo(Ended.ERROR);
    assertThatThrownBy(() -> seen.get().data()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void endsTheStreamWithItsOwnFramewireException() {
    sender.start();
    SourceException mine = new SourceException("mine");
    assertThatThrownBy(() -> receiver.run(received -> fail(mine, received))).isSameAs(mine);
    assertThat(receiver.summary().ended()).isEqualTo(Ended.SOURCE);
  }

  @Test
  void completesItsStageExceptionally() {
    sender.start();
    CompletionStage<StreamSummary> receiving =
        receiver.start(received -> fail(new IllegalArgumentException("no"), received));
    assertThatThrownBy(() -> result(receiving))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isExactlyInstanceOf(FramewireException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void letsAnErrorThroughAndClosesAllTheSame() {
    sender.start();
    assertThatThrownBy(() -> receiver.run(received -> fail(new AssertionError("wrong"), received)))
        .isInstanceOf(AssertionError.class);
    assertThat(receiver.next()).isEmpty();
  }

  @Test
  void keepsTheInterruptOfAHandlerThatWasInterrupted() {
    sender.start();
    assertThatThrownBy(() -> receiver.run(received -> fail(new InterruptedException(), received)))
        .isInstanceOf(FramewireException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void getsTheFramesUpToTheLimit() {
    MemStream limited = new MemStream(Pattern.PAIR);
    CompletionStage<StreamSummary> receiving =
        limited.receiver().frames(3).build().start(received -> {});
    FrameSender three =
        limited.sender().timeout(Duration.ofMillis(500)).source(pictures(3)).build();
    StreamSummary sent = three.run();
    assertThat(result(receiving).ended()).isEqualTo(Ended.FRAMES);
    assertThat(result(receiving).endConfirmed()).isFalse();
    assertThat(result(receiving).statistics().frames()).isEqualTo(3);
    assertThat(sent.statistics().frames()).isEqualTo(3);
  }

  private void fail(Throwable failure, ReceivedFrame received) throws Exception {
    seen.set(received.frame());
    if (failure instanceof Error error) {
      throw error;
    }
    throw (Exception) failure;
  }
}
