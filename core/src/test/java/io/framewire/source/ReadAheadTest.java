package io.framewire.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameAndData;
import io.framewire.spi.FrameSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  private static final int FRAME_BYTES = 100;

  private final FramePool pool = new FramePool();
  private final AtomicInteger made = new AtomicInteger();

  @AfterEach
  void nothingIsLeftOnLoanAndNoThread() {
    await().until(() -> pool.statistics().lentBlocks() == 0);
    await().until(() -> !Sources.isRunning("framewire-source"));
  }

  @Test
  void readsAheadUpToItsNumberOfFrames() {
    try (FrameSource queued = ReadAhead.queue(numbered(20), 3, Long.MAX_VALUE)) {
      assertThat(made).hasValue(0);
      takeNumber(queued, 0);
      // three wait, and one is in hand for the room of the next
      await().until(() -> made.get() == 5);
      takeNumber(queued, 1);
      await().until(() -> made.get() == 6);
    }
  }

  @Test
  void readsAheadUpToItsNumberOfBytes() {
    try (FrameSource queued = ReadAhead.queue(numbered(20), 96, 2 * FRAME_BYTES)) {
      takeNumber(queued, 0);
      await().until(() -> made.get() == 4);
      assertThat(pool.statistics().lentBlocks()).isEqualTo(3);
    }
  }

  @Test
  void yieldsEveryFrameWithItsDataAndThenTheEnd() {
    FrameSource source =
        FrameSource.withData(
            memory ->
                made.get() == 9
                    ? Optional.empty()
                    : Optional.of(
                        new FrameAndData(memory.take(DType.UINT8, 4), made.getAndIncrement())));
    try (FrameSource queued = ReadAhead.queue(source, 4, 1000)) {
      for (int number = 0; number < 9; number++) {
        queued.read(pool).orElseThrow().close();
        assertThat(queued.data()).contains(number);
      }
      assertThat(queued.read(pool)).isEmpty();
      assertThat(queued.read(pool)).isEmpty();
    }
  }

  @Test
  void yieldsTheFramesBeforeAFailureFirst() {
    FrameSource two = numbered(2);
    FrameSource broken =
        memory -> two.read(memory).or(() -> Optional.of(Sources.fail("unplugged")));
    try (FrameSource queued = ReadAhead.queue(broken, 4, 1000)) {
      takeNumber(queued, 0);
      takeNumber(queued, 1);
      assertThatThrownBy(() -> queued.read(pool))
          .isInstanceOf(SourceException.class)
          .hasMessage("unplugged");
      assertThat(queued.read(pool)).isEmpty();
    }
  }

  @Test
  void yieldsTheNewestFrameAndCountsTheOthers() {
    CountDownLatch goOn = new CountDownLatch(1);
    FrameSource all = numbered(10);
    FrameSource source =
        memory -> {
          if (made.get() == 1) {
            Sources.await(goOn);
          }
          return all.read(memory);
        };
    try (FrameSource newest = ReadAhead.newest(source)) {
      takeNumber(newest, 0);
      goOn.countDown();
      await().until(() -> newest.statistics().dropped() == 8);
      takeNumber(newest, 9);
      assertThat(newest.read(pool)).isEmpty();
    }
  }

  @Test
  void endsTheWaitForAHangingSourceWhenItIsClosed() throws Exception {
    CountDownLatch letGo = new CountDownLatch(1);
    FrameSource hanging =
        memory -> {
          Frame frame = memory.take(DType.UINT8, 4);
          made.incrementAndGet();
          Sources.await(letGo);
          return Optional.of(frame);
        };
    FrameSource queued = ReadAhead.queue(hanging, 4, 1000);
    CompletableFuture<Optional<Frame>> waiting =
        CompletableFuture.supplyAsync(() -> queued.read(pool));
    await().until(() -> made.get() == 1);
    queued.close();
    assertThat(waiting.get(5, TimeUnit.SECONDS)).isEmpty();
    assertThat(Sources.isRunning("framewire-source")).isTrue();
    letGo.countDown();
  }

  @Test
  void waitsNoLongerForAFrameThanItsLimit() {
    CountDownLatch letGo = new CountDownLatch(1);
    FrameSource hanging =
        memory -> {
          Sources.await(letGo);
          return Optional.empty();
        };
    try (FrameSource queued =
        ReadAhead.queue(hanging, 4, 1000, Optional.of(Duration.ofMillis(30)))) {
      assertThatThrownBy(() -> queued.read(pool))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("no frame came within 0.03 s")
          .hasMessageContaining("THREAD_TIMEOUT");
      letGo.countDown();
    }
  }

  @Test
  void refusesAQueueWithoutRoom() {
    assertThatThrownBy(() -> ReadAhead.queue(numbered(1), 0, 10))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("0 frames");
    assertThatThrownBy(() -> ReadAhead.queue(numbered(1), 10, 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("0 bytes");
  }

  private FrameSource numbered(int frames) {
    return memory ->
        made.get() == frames
            ? Optional.empty()
            : Optional.of(Sources.numbered(memory, made.getAndIncrement(), FRAME_BYTES));
  }

  private void takeNumber(FrameSource source, int number) {
    try (Frame frame = source.read(pool).orElseThrow()) {
      assertThat(frame.data().get(0)).isEqualTo((byte) number);
    }
  }
}
