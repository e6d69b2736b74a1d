package io.framewire.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegEncoderTest {
  @ParameterizedTest
  @CsvSource({
    "100, 50, 100, 50",
    "101, 50, 50, 25",
    "200, 3, 100, 1",
    "1000, 1, 100, 1",
    "250, 99, 83, 33",
    "3, 401, 1, 200",
    "90, 800, 45, 400"
  })
  void widerFramesAreMadeSmallerByAWholeFactor(
      int width, int height, int shownWidth, int shownHeight) {
    try (JpegEncoder encoder = new JpegEncoder(new PictureOptions(80, 100, 25));
        Frame frame = TestFrames.plain(height, width, TestFrames.RED)) {
      Picture picture = encoder.encode(frame, 7);
      assertThat(picture.number()).isEqualTo(7);
      assertThat(picture.width()).isEqualTo(shownWidth);
      assertThat(picture.height()).isEqualTo(shownHeight);
    }
  }

  @Test
  void aSmallerPictureHasTheMeanOfEachSquareAndItsPlace() throws Exception {
    try (JpegEncoder encoder = new JpegEncoder(new PictureOptions(100, 32, 25));
        Frame frame = FramePool.unpooled().take(DType.UINT8, 64, 64, 3)) {
      ByteBuffer data = frame.data();
      for (int y = 0; y < 64; y++) {
        for (int x = 0; x < 64; x++) {
          byte value = (byte) ((x + y) % 2 == 0 ? 255 : 0);
          data.put(x < 32 ? value : 0).put((byte) 0).put(x < 32 ? 0 : value);
        }
      }
      BufferedImage picture =
          ImageIO.read(new ByteArrayInputStream(encoder.encode(frame, 1).jpeg()));
      assertThat(picture.getWidth()).isEqualTo(32);
      assertThat(picture.getRGB(4, 16) & 0xff).as("blue at the left").isBetween(115, 140);
      assertThat(picture.getRGB(4, 16) >> 16 & 0xff).as("red at the left").isLessThan(20);
      assertThat(picture.getRGB(28, 16) >> 16 & 0xff).as("red at the right").isBetween(115, 140);
    }
  }

  @ParameterizedTest
  @CsvSource({"1000, 1", "1, 4000", "105, 3", "60000, 1", "2, 60000"})
  void aFrameOfFewLinesOrColumnsKeepsItsBrightness(int width, int height) throws Exception {
    try (JpegEncoder encoder = new JpegEncoder(new PictureOptions(100, 16, 25));
        Frame frame = FramePool.unpooled().take(DType.UINT8, height, width)) {
      byte[] bright = new byte[width * height];
      Arrays.fill(bright, (byte) 200);
      frame.data().put(bright);
      BufferedImage picture =
          ImageIO.read(new ByteArrayInputStream(encoder.encode(frame, 1).jpeg()));
      assertThat(picture.getRaster().getSample(0, 0, 0)).isBetween(195, 205);
    }
  }

  @Test
  void oneEncoderTakesFramesOfChangingSizeAndColours() {
    try (JpegEncoder encoder = new JpegEncoder(new PictureOptions(80, 1280, 25))) {
      for (int[] shape : new int[][] {{4, 6}, {4, 6, 3}, {9, 2, 1}, {4, 6}}) {
        try (Frame frame = FramePool.unpooled().take(DType.UINT8, shape)) {
          assertThat(encoder.encode(frame, 1).width()).isEqualTo(shape[1]);
        }
      }
    }
  }
}
