package io.framewire.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeadroomTest {
  private final FramePool pool = new FramePool();
  private final ByteBuffer header =
      ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 9}).position(1).limit(4);

  @AfterEach
  void nothingIsLeftOnLoan() {
    assertThat(pool.statistics().lentBlocks()).isZero();
  }

  @Test
  void putsTheHeaderBeforeTheElementsWithoutACopy() {
    try (Frame frame = pool.take(DType.UINT8, 2)) {
      frame.data().put((byte) 7).put((byte) 8);
      ByteBuffer message = frame.withHeader(header).orElseThrow();

      byte[] bytes = new byte[message.remaining()];
      message.duplicate().get(bytes);
      assertThat(bytes).containsExactly(1, 2, 3, 7, 8);
      assertThat(message.capacity()).isEqualTo(5);
      assertThat(header.position()).isEqualTo(1);
      frame.data().put(0, (byte) 77);
      assertThat(message.get(3)).isEqualTo((byte) 77);
    }
  }

  @Test
  void takesAHeaderThatFillsItAndNoLongerOne() {
    try (Frame frame = pool.take(DType.UINT8, 2)) {
      assertThat(frame.withHeader(ByteBuffer.allocate(FramePool.HEADROOM + 1))).isEmpty();
      assertThat(frame.withHeader(ByteBuffer.allocate(FramePool.HEADROOM))).isPresent();
    }
  }

  @Test
  void isClosedToWritersWhileTheFrameIsRetainedElsewhere() {
    try (Frame frame = pool.take(DType.UINT8, 2)) {
      try (Frame elsewhere = frame.retain()) {
        assertThat(elsewhere.withHeader(header)).isEmpty();
      }
      assertThat(frame.withHeader(header)).isPresent();
    }
  }

  @Test
  void isClosedToWritersWhileRowsAreTaken() {
    try (Frame frame = pool.take(DType.UINT8, 4, 2)) {
      try (Frame rows = frame.rows(0, 4)) {
        assertThat(frame.withHeader(header)).isEmpty();
        assertThat(rows.withHeader(header)).isEmpty();
      }
      assertThat(frame.withHeader(header)).isPresent();
    }
  }

  @Test
  void isClosedToRowsThatOutliveTheirFrame() {
    Frame frame = pool.take(DType.UINT8, 4, 2);
    try (Frame rows = frame.rows(2, 4)) {
      frame.close();
      assertThat(rows.withHeader(header)).isEmpty();
    }
  }

  @Test
  void isNotThereInAFrameOverACodecsMemory() {
    try (Frame frame = Frame.over(pool.takeBlock(1000), 300, DType.UINT8, 2)) {
      assertThat(frame.withHeader(header)).isEmpty();
    }
  }

  @Test
  void isClosedToWritersUntilTheMessageBeforeIsReleased() {
    try (Frame frame = pool.take(DType.UINT8, 2)) {
      assertThat(frame.withHeader(header)).isPresent();
      Block sending = frame.block().retain();
      assertThat(frame.withHeader(header)).isEmpty();
      sending.release();
      assertThat(frame.withHeader(header)).isPresent();
    }
  }

  @Test
  void hasOneWriterOfTwoThatTryAtTheSameTime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier together = new CyclicBarrier(2);
      for (int round = 0; round < 2000; round++) {
        try (Frame frame = pool.take(DType.UINT8, 2)) {
          Future<Boolean> one = threads.submit(() -> writes(frame, together));
          Future<Boolean> two = threads.submit(() -> writes(frame, together));
          assertThat(one.get() ^ two.get()).as("exactly one writes").isTrue();
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  private boolean writes(Frame frame, CyclicBarrier together) throws Exception {
    together.await();
    return frame.withHeader(header.duplicate()).isPresent();
  }
}
