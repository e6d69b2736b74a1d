package io.framewire.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameTest {
  private final FramePool pool = new FramePool();

  @AfterEach
  void nothingIsLeftOnLoan() {
    assertThat(pool.statistics().lentBlocks()).isZero();
    assertThat(pool.statistics().lentBytes()).isZero();
  }

  @Test
  void describesItself() {
    try (Frame frame = pool.take(DType.UINT16, 2, 3, 4)) {
      assertThat(frame.dtype()).isEqualTo(DType.UINT16);
      assertThat(frame.shape()).containsExactly(2, 3, 4);
      assertThat(frame.rank()).isEqualTo(3);
      assertThat(frame.dimension(1)).isEqualTo(3);
      assertThat(frame.byteSize()).isEqualTo(48);
      assertThat(frame).hasToString("Frame <u2[2, 3, 4]");
      assertThatThrownBy(() -> frame.dimension(3)).isInstanceOf(IndexOutOfBoundsException.class);
      frame.shape()[0] = 9;
      assertThat(frame.dimension(0)).isEqualTo(2);
    }
  }

  @Test
  void keepsTheShapeItWasTakenWith() {
    int[] shape = {2, 3};
    try (Frame frame = pool.take(DType.UINT8, shape)) {
      shape[0] = 100;
      assertThat(frame.shape()).containsExactly(2, 3);
    }
  }

  @Test
  void handsOutExactSlicesInTheDTypesOrder() {
    try (Frame big = pool.take(DType.parse(">i4"), 5);
        Frame little = pool.take(DType.INT32, 5)) {
      for (Frame frame : List.of(big, little)) {
        ByteBuffer data = frame.data();
        assertThat(data.isDirect()).isTrue();
        assertThat(data.position()).isZero();
        assertThat(data.limit()).isEqualTo(20);
        assertThat(data.capacity()).isEqualTo(20);
      }
      assertThat(big.data().order()).isEqualTo(ByteOrder.BIG_ENDIAN);
      assertThat(little.data().order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
      big.data().putInt(0, 1);
      assertThat(big.data().get(3)).isEqualTo((byte) 1);
    }
  }

  @Test
  void beginsItsElementsOnACacheLine() {
    for (int size : List.of(1, 63, 64, 65, 1000, 4096, 100_000, 6_220_800)) {
      try (Frame frame = pool.take(DType.UINT8, size)) {
        assertThat(frame.data().alignmentOffset(0, 64)).as("%s bytes", size).isZero();
      }
    }
  }

  @Test
  void holdsASingleElementAndNoElementAtAll() {
    try (Frame single = pool.take(DType.FLOAT64);
        Frame none = pool.take(DType.FLOAT64, 0, 7)) {
      assertThat(single.byteSize()).isEqualTo(8);
      assertThat(single.rank()).isZero();
      assertThat(none.data().hasRemaining()).isFalse();
    }
  }

  @Test
  void returnsItsMemoryOnTheLastCloseOnly() {
    Frame frame = pool.take(DType.UINT8, 4);
    frame.retain();
    frame.close();
    frame.data().put(0, (byte) 7);
    assertThat(pool.statistics().lentBlocks()).isOne();
    frame.close();
    assertThat(pool.statistics().lentBlocks()).isZero();
    assertThat(pool.statistics().idleBuffers()).isOne();
  }

  @Test
  void throwsWhereverAClosedFrameIsReachedInto() {
    Frame frame = pool.take(DType.UINT8, 4);
    frame.close();

    List<ThrowingCallable> uses =
        List.of(
            frame::data,
            frame::retain,
            frame::close,
            () -> frame.rows(0, 1),
            () -> frame.copy(pool),
            () -> frame.withHeader(ByteBuffer.allocate(1)),
            () -> frame.block().slice(0, 1),
            () -> frame.block().retain());
    for (ThrowingCallable use : uses) {
      assertThatThrownBy(use).isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(frame::data).hasMessageContaining("retain or copy");
    assertThat(frame).hasToString("Frame |u1[4] (closed)");
    assertThat(frame.shape()).containsExactly(4);
  }

  @Test
  void isNotHarmedByOneCloseTooMany() {
    Frame frame = pool.take(DType.UINT8, 4);
    frame.close();
    assertThatThrownBy(frame::close).hasMessageContaining("more often");
    assertThat(pool.statistics().idleBuffers()).isOne();
  }

  @Test
  void liesOverMemoryThatACodecHolds() {
    Block block = pool.takeBlock(10);
    block.slice(0, 10).put(3, (byte) 42);
    try (Frame frame = Frame.over(block, 3, DType.UINT8, 7)) {
      assertThat(frame.data().get(0)).isEqualTo((byte) 42);
    }
  }

  @Test
  void givesTheBlockBackWhereTheElementsDoNotFit() {
    refusesOver(3, 8);
    refusesOver(11, 0);
    refusesOver(-1, 2);
    refusesOver(Integer.MIN_VALUE, 2);
    refusesOver(0, -1);
  }

  private void refusesOver(int offset, int length) {
    Block block = pool.takeBlock(10);
    assertThatThrownBy(() -> Frame.over(block, offset, DType.UINT8, length))
        .isInstanceOf(ConfigurationException.class);
    assertThat(pool.statistics().lentBlocks()).isZero();
  }

  @Test
  void refusesAFrameThatLeavesNoRoomForAHeader() {
    assertThatThrownBy(() -> pool.take(DType.UINT8, Integer.MAX_VALUE - 10))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("2 GiB");
  }
}
