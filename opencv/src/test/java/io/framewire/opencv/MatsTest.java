package io.framewire.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatsTest {
  private final FramePool pool = new FramePool();

  @AfterEach
  void nothingIsLeftOnLoan() {
    assertThat(pool.statistics().lentBlocks()).isZero();
    pool.close();
  }

  @Test
  void matWritesIntoTheFrameItIsAViewOf() {
    try (Frame frame = pool.take(DType.UINT8, 3, 4, 3);
        Mat view = Mats.view(frame);
        Mat blue = new Mat(3, 4, opencv_core.CV_8UC3, new Scalar(255, 1, 2, 0))) {
      blue.copyTo(view);
      Mats.requireInPlace(view, frame);
      assertThat(frame.data().get(0)).isEqualTo((byte) 255);
      assertThat(frame.data().get(3 * 4 * 3 - 1)).isEqualTo((byte) 2);
    }
  }

  @Test
  void matSeesWhatIsWrittenIntoTheFrame() {
    try (Frame frame = pool.take(DType.UINT8, 2, 2)) {
      frame.data().put(new byte[] {1, 2, 3, 4});
      try (Mat view = Mats.view(frame)) {
        frame.data().put(3, (byte) 90);
        assertThat(view.data().get(3)).isEqualTo((byte) 90);
      }
    }
  }

  @Test
  void matOverRowsBeginsAtTheFirstOfThem() {
    try (Frame frame = pool.take(DType.UINT8, 4, 2)) {
      frame.data().put(new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
      try (Frame rows = frame.rows(2, 4);
          Mat view = Mats.view(rows)) {
        assertThat(view.rows()).isEqualTo(2);
        assertThat(view.data().get(0)).isEqualTo((byte) 4);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "|u1,0", "|i1,1", "<u2,2", "<i2,3", "<i4,4", "<f4,5", "<f8,6", "<f2,7",
  })
  void everyTypeOfOpenCvGoesThereAndBack(String dtype, int depth) {
    try (Frame frame = pool.take(DType.parse(dtype), 2, 3, 5)) {
      ByteBuffer bytes = frame.data();
      for (int index = 0; bytes.hasRemaining(); index++) {
        bytes.put((byte) index);
      }
      try (Mat view = Mats.view(frame);
          Frame back = Mats.copy(view, pool)) {
        assertThat(view.depth()).isEqualTo(depth);
        assertThat(view.channels()).isEqualTo(5);
        assertThat(back.dtype()).isEqualTo(frame.dtype());
        assertThat(back.shape()).isEqualTo(frame.shape());
        assertThat(back.data()).isEqualTo(frame.data());
      }
    }
  }

  @Test
  void upTo512ChannelsAreOneMat() {
    try (Frame frame = pool.take(DType.UINT8, 1, 2, 512);
        Mat view = Mats.view(frame);
        Frame back = Mats.copy(view, pool)) {
      assertThat(view.channels()).isEqualTo(512);
      assertThat(back.shape()).containsExactly(1, 2, 512);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {">u2", "<u4", "<i8", "|b1", "<c8", "|S3"})
  void dtypesThatOpenCvHasNotAreRefused(String dtype) {
    try (Frame frame = pool.take(DType.parse(dtype), 2, 2)) {
      assertThatThrownBy(() -> Mats.view(frame))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("OpenCV has no element type for " + dtype)
          .hasMessageContaining("|u1");
    }
  }

  @ParameterizedTest
  @CsvSource({"'4'", "'2,2,2,2'", "'2,2,513'", "'2,2,0'", "'0,2'", "'0,2,3'"})
  void shapesThatOpenCvHasNotAreRefused(String shape) {
    int[] lengths = Arrays.stream(shape.split(",")).mapToInt(Integer::parseInt).toArray();
    try (Frame frame = pool.take(DType.UINT8, lengths)) {
      assertThatThrownBy(() -> Mats.view(frame))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("is no OpenCV picture");
    }
  }

  @Test
  void closedFrameHasNoView() {
    Frame frame = pool.take(DType.UINT8, 2, 2);
    frame.close();
    assertThatThrownBy(() -> Mats.view(frame)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void rowsApartInMemoryAreJoinedByTheCopy() {
    try (Mat large = new Mat(4, 5, opencv_core.CV_8UC1, new Scalar(7));
        Mat part = new Mat(large, new Rect(1, 1, 2, 3))) {
      part.data().put((byte) 9);
      try (Frame copy = Mats.copy(part, pool)) {
        assertThat(part.isContinuous()).isFalse();
        assertThat(copy.shape()).containsExactly(3, 2);
        assertThat(copy.data()).isEqualTo(ByteBuffer.wrap(new byte[] {9, 7, 7, 7, 7, 7}));
      }
    }
  }

  @Test
  void copySharesNothingWithTheMat() {
    try (Mat mat = new Mat(1, 1, opencv_core.CV_8UC1, new Scalar(5));
        Frame copy = Mats.copy(mat, pool)) {
      mat.data().put((byte) 6);
      assertThat(copy.data().get(0)).isEqualTo((byte) 5);
    }
  }

  @Test
  void emptyMatIsNoFrame() {
    try (Mat mat = new Mat()) {
      assertThatThrownBy(() -> Mats.copy(mat, pool))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("is no picture");
    }
  }

  @Test
  void resultOfAnotherSizeIsNoticed() {
    try (Frame frame = pool.take(DType.UINT8, 2, 2);
        Mat view = Mats.view(frame);
        Mat larger = new Mat(3, 2, opencv_core.CV_8UC1, new Scalar(1))) {
      assertThat(Mats.isInPlace(view, frame)).isTrue();
      larger.copyTo(view);
      assertThat(Mats.isInPlace(view, frame)).isFalse();
      assertThatThrownBy(() -> Mats.requireInPlace(view, frame))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("3x2x1 of |u1 beside Frame |u1[2, 2]");
    }
  }

  @Test
  void closingTheViewLeavesTheFrameOpen() {
    try (Frame frame = pool.take(DType.UINT8, 2, 2)) {
      Mats.view(frame).close();
      assertThat(frame.data().remaining()).isEqualTo(4);
    }
  }
}
