package io.framewire.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StridedCopyTest {
  private static final ByteBuffer COUNTING = counting(24);

  private final FramePool pool = new FramePool();

  @AfterEach
  void nothingIsLeftOnLoan() {
    assertThat(pool.statistics().lentBlocks()).isZero();
  }

  @Test
  void copiesWhatIsContiguousAlready() {
    assertThat(copy(0, new int[] {3, 1}, DType.UINT8, 2, 3)).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void transposes() {
    assertThat(copy(0, new int[] {1, 3}, DType.UINT8, 3, 2)).containsExactly(0, 3, 1, 4, 2, 5);
    assertThat(copy(0, new int[] {2, 6}, DType.UINT16, 3, 2))
        .containsExactly(0, 1, 6, 7, 2, 3, 8, 9, 4, 5, 10, 11);
  }

  @Test
  void leavesOutTheRowsPadding() {
    assertThat(copy(0, new int[] {8, 1}, DType.UINT8, 3, 3))
        .containsExactly(0, 1, 2, 8, 9, 10, 16, 17, 18);
    assertThat(copy(0, new int[] {8, 3, 1}, DType.UINT8, 2, 2, 3))
        .containsExactly(0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13);
  }

  @Test
  void runsBackwardsWithNegativeStrides() {
    assertThat(copy(5, new int[] {-3, -1}, DType.UINT8, 2, 3)).containsExactly(5, 4, 3, 2, 1, 0);
    assertThat(copy(4, new int[] {-2}, DType.UINT16, 3)).containsExactly(4, 5, 2, 3, 0, 1);
  }

  @Test
  void repeatsWithStridesOfZero() {
    assertThat(copy(7, new int[] {0, 0}, DType.UINT8, 2, 2)).containsExactly(7, 7, 7, 7);
    assertThat(copy(1, new int[] {0, 1}, DType.UINT8, 2, 3)).containsExactly(1, 2, 3, 1, 2, 3);
  }

  @Test
  void copiesASingleElementAndNone() {
    assertThat(copy(3, new int[0], DType.UINT16)).containsExactly(3, 4);
    assertThat(copy(0, new int[] {1000, 1000}, DType.UINT8, 0, 5)).isEmpty();
  }

  @Test
  void looksAtTheWholeBufferWhateverItsPosition() {
    ByteBuffer moved = COUNTING.duplicate().position(20).limit(21);
    try (Frame frame = Frame.copyOfStrided(pool, moved, 0, new int[] {12}, DType.UINT8, 2)) {
      assertThat(frame.data().get(1)).isEqualTo((byte) 12);
    }
    assertThat(moved.position()).isEqualTo(20);
  }

  @Test
  void refusesWhatReachesOutsideTheBuffer() {
    refuses("outside", 0, new int[] {8, 1}, 3, 9);
    refuses("outside", 0, new int[] {-1}, 2);
    refuses("outside", -1, new int[] {1}, 2);
    refuses("outside", 24, new int[] {1}, 1);
    refuses("outside", 0, new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE}, 3, 3);
    refuses("outside", 12, new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}, 3, 3);
  }

  @Test
  void refusesAnotherNumberOfStridesThanDimensions() {
    refuses("1 strides", 0, new int[] {1}, 2, 2);
    refuses("2 strides", 0, new int[] {1, 1}, 2);
  }

  @Test
  void agreesWithIndexArithmeticOnRandomStrides() {
    long seed = Long.getLong("framewire.test.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      int[] shape = random.ints(random.nextInt(4), 1, 4).toArray();
      int[] strides = random.ints(shape.length, -3, 4).toArray();
      byte[] copied = copyFrom(counting(64), 32, strides, DType.UINT8, shape);
      int[] index = new int[shape.length];
      for (byte value : copied) {
        int position = 32;
        for (int axis = 0; axis < shape.length; axis++) {
          position += index[axis] * strides[axis];
        }
        assertThat((int) value).as("-Dframewire.test.seed=%s", seed).isEqualTo(position);
        advance(index, shape);
      }
    }
  }

  private static void advance(int[] index, int[] shape) {
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      if (++index[axis] < shape[axis]) {
        return;
      }
      index[axis] = 0;
    }
  }

  private byte[] copy(int start, int[] strides, DType dtype, int... shape) {
    return copyFrom(COUNTING, start, strides, dtype, shape);
  }

  private byte[] copyFrom(ByteBuffer from, int start, int[] strides, DType dtype, int... shape) {
    try (Frame frame = Frame.copyOfStrided(pool, from, start, strides, dtype, shape)) {
      byte[] bytes = new byte[frame.byteSize()];
      frame.data().get(bytes);
      return bytes;
    }
  }

  private void refuses(String words, int start, int[] strides, int... shape) {
    assertThatThrownBy(() -> copy(start, strides, DType.UINT8, shape))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(words);
  }

  private static ByteBuffer counting(int length) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(length);
    for (int value = 0; value < length; value++) {
      bytes.put((byte) value);
    }
    return bytes;
  }
}
