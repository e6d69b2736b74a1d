package io.framewire.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShapesTest {
  @Test
  void multipliesWhatFits() {
    assertThat(Shapes.byteSize(8)).isEqualTo(8);
    assertThat(Shapes.byteSize(2, 3, 4, 5)).isEqualTo(120);
    assertThat(Shapes.byteSize(1, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    assertThat(Shapes.byteSize(3, ones(32))).isEqualTo(3);
  }

  @Test
  void needsNoBytesWhereALengthIsZeroHoweverLargeTheOthers() {
    assertThat(Shapes.byteSize(8, Integer.MAX_VALUE, Integer.MAX_VALUE, 0)).isZero();
    assertThat(Shapes.byteSize(0, Integer.MAX_VALUE, Integer.MAX_VALUE)).isZero();
  }

  @Test
  void refusesWhatOverflowsAnInt() {
    refuses("2 GiB", 1, Integer.MAX_VALUE, 2);
    refuses("2 GiB", 2, 1 << 30);
    refuses("2 GiB", 8, 1 << 16, 1 << 16);
  }

  @Test
  void refusesWhatOverflowsALongToSomethingSmall() {
    refuses("2 GiB", 1, 1 << 30, 1 << 30, 1 << 4);
    int[] powers = ones(32);
    Arrays.fill(powers, 4);
    refuses("2 GiB", 1, powers);
    refuses("2 GiB", 1, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  @Test
  void refusesNegativeLengthsEvenBesideZero() {
    refuses("negative", 1, -1);
    refuses("negative", 1, 0, -5);
    refuses("negative", 1, -1, -1);
  }

  @Test
  void refusesMoreThanThirtyTwoDimensions() {
    refuses("33 dimensions", 1, ones(33));
  }

  private static int[] ones(int rank) {
    int[] shape = new int[rank];
    Arrays.fill(shape, 1);
    return shape;
  }

  private static void refuses(String words, int itemSize, int... shape) {
    assertThatThrownBy(() -> Shapes.byteSize(itemSize, shape))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(words);
  }
}
