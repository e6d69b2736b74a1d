package io.framewire.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameSourceTest {
  private final FramePool pool = new FramePool();
  private int made;

  @AfterEach
  void nothingIsLeftOnLoan() {
    assertThat(pool.statistics().lentBlocks()).isZero();
  }

  @Test
  void isAFunctionWithoutData() {
    FrameSource source = FrameSource.of(memory -> Optional.of(memory.take(DType.UINT8, 3)));
    try (Frame frame = source.read(pool).orElseThrow()) {
      assertThat(frame.shape()).containsExactly(3);
      assertThat(source.data()).isEmpty();
    }
    source.close();
  }

  @Test
  void isAFunctionWithTheDataOfItsLastFrame() {
    FrameSource source = counting(2);
    assertThat(source.data()).isEmpty();
    source.read(pool).orElseThrow().close();
    assertThat(source.data()).contains("data 0");
    source.read(pool).orElseThrow().close();
    assertThat(source.data()).contains("data 1");
    assertThat(source.read(pool)).isEmpty();
    assertThat(source.data()).isEmpty();
  }

  @Test
  void yieldsWhatItsStabilizerHeldBackWithTheDataItCameWith() {
    FrameSource steady = counting(4).stabilized(new Delaying());
    List<Object> data = new ArrayList<>();
    for (Optional<Frame> next = steady.read(pool); next.isPresent(); next = steady.read(pool)) {
      data.add(steady.data().orElseThrow());
      next.get().close();
    }
    assertThat(data).containsExactly("data 0", "data 1", "data 2", "data 3");
    assertThat(steady.read(pool)).isEmpty();
  }

  @Test
  void closesItsStabilizerAndTheFramesInIt() {
    Delaying stabilizer = new Delaying();
    FrameSource steady = counting(4).stabilized(stabilizer);
    steady.read(pool).orElseThrow().close();
    steady.close();
    steady.close();
    assertThat(stabilizer.closed).isTrue();
    assertThat(steady.read(pool)).isEmpty();
  }

  @Test
  void closesItsStabilizerEvenWhereTheSourceFailsToClose() {
    Delaying stabilizer = new Delaying();
    FrameSource source =
        new FrameSource() {
          @Override
          public Optional<Frame> read(FramePool memory) {
            return Optional.empty();
          }

          @Override
          public void close() {
            throw new IllegalStateException("stuck");
          }
        };
    assertThatThrownBy(() -> source.stabilized(stabilizer).close()).hasMessage("stuck");
    assertThat(stabilizer.closed).isTrue();
  }

  @Test
  void doesNotCloseItsStabilizerWhileThatHasAFrameInHand() throws Exception {
    CountDownLatch inHand = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Delaying stabilizer =
        new Delaying() {
          @Override
          public Optional<Frame> stabilize(Frame frame, FramePool memory) {
            inHand.countDown();
            awaitQuietly(goOn);
            assertThat(closed).isFalse();
            return Optional.of(frame);
          }
        };
    FrameSource steady = counting(4).stabilized(stabilizer);
    CompletableFuture<Optional<Frame>> reading =
        CompletableFuture.supplyAsync(() -> steady.read(pool));
    inHand.await();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(steady::close);
    goOn.countDown();
    reading.get().orElseThrow().close();
    closing.get();
    assertThat(stabilizer.closed).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private FrameSource counting(int frames) {
    return FrameSource.withData(
        memory ->
            made == frames
                ? Optional.empty()
                : Optional.of(new FrameAndData(memory.take(DType.UINT8, 3), "data " + made++)));
  }

  /** Gives each frame back two frames later. */
  private static class Delaying implements Stabilizer {
    final Queue<Frame> held = new ArrayDeque<>();
    volatile boolean closed;

    @Override
    public Optional<Frame> stabilize(Frame frame, FramePool memory) {
      held.add(frame);
      return held.size() > 2 ? Optional.of(held.remove()) : Optional.empty();
    }

    @Override
    public Optional<Frame> flush(FramePool memory) {
      return Optional.ofNullable(held.poll());
    }

    @Override
    public void close() {
      held.forEach(Frame::close);
      held.clear();
      closed = true;
    }
  }
}
