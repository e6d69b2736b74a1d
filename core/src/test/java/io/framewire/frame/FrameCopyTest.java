package io.framewire.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameCopyTest {
  private final FramePool pool = new FramePool();

  @AfterEach
  void nothingIsLeftOnLoan() {
    assertThat(pool.statistics().lentBlocks()).isZero();
  }

  @Test
  void sharesItsRowsWithoutACopy() {
    Frame frame = counting(4, 3);
    Frame rows = frame.rows(1, 3);
    frame.data().put(4, (byte) 99);
    frame.close();

    assertThat(rows.shape()).containsExactly(2, 3);
    assertThat(bytes(rows)).containsExactly(3, 99, 5, 6, 7, 8);
    Frame last = rows.rows(1, 2);
    rows.close();
    assertThat(bytes(last)).containsExactly(6, 7, 8);
    last.close();
  }

  @Test
  void hasEmptyRowsToo() {
    try (Frame frame = counting(4, 3);
        Frame none = frame.rows(4, 4);
        Frame empty = pool.take(DType.UINT8, 0, 3);
        Frame rowsOfEmpty = empty.rows(0, 0)) {
      assertThat(none.byteSize()).isZero();
      assertThat(none.data().hasRemaining()).isFalse();
      assertThat(rowsOfEmpty.shape()).containsExactly(0, 3);
    }
  }

  @Test
  void refusesRowsThatAreNotThere() {
    try (Frame frame = counting(4, 3);
        Frame single = pool.take(DType.UINT8)) {
      assertThatThrownBy(() -> frame.rows(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> frame.rows(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> frame.rows(0, 5))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessageContaining("rows 0 to 5");
      assertThatThrownBy(() -> single.rows(0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void copiesIntoMemoryOfItsOwn() {
    Frame frame = counting(2, 3);
    Frame copy = frame.copy(pool);
    frame.data().put(0, (byte) 99);
    frame.close();
    assertThat(copy.dtype()).isEqualTo(DType.UINT8);
    assertThat(bytes(copy)).containsExactly(0, 1, 2, 3, 4, 5);
    copy.close();
  }

  @Test
  void copiesABufferFromItsPositionAndLeavesThatAlone() {
    ByteBuffer elements = ByteBuffer.wrap(new byte[] {9, 9, 1, 2, 3, 4, 9}).position(2).limit(6);
    try (Frame frame = Frame.copyOf(elements.asReadOnlyBuffer(), DType.UINT16, 2)) {
      assertThat(bytes(frame)).containsExactly(1, 2, 3, 4);
    }
    try (Frame frame = Frame.copyOf(elements, DType.UINT8, 2, 2)) {
      assertThat(frame.shape()).containsExactly(2, 2);
    }
    assertThat(elements.position()).isEqualTo(2);
  }

  @Test
  void refusesABufferOfAnotherSize() {
    assertThatThrownBy(() -> Frame.copyOf(ByteBuffer.allocate(5), DType.UINT8, 2, 2))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("needs 4 bytes, the buffer has 5");
  }

  private Frame counting(int... shape) {
    Frame frame = pool.take(DType.UINT8, shape);
    ByteBuffer data = frame.data();
    for (byte value = 0; data.hasRemaining(); value++) {
      data.put(value);
    }
    return frame;
  }

  private static byte[] bytes(Frame frame) {
    byte[] bytes = new byte[frame.byteSize()];
    frame.data().get(bytes);
    return bytes;
  }
}
