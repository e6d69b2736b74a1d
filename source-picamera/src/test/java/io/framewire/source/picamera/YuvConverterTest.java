package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class YuvConverterTest {
  private static final int ALL = 4096;

  private final FramePool pool = new FramePool();
  private final YuvConverter converter = new YuvConverter();

  @AfterEach
  void nothingIsLeftOnLoan() {
    assertThat(pool.statistics().lentBlocks()).isZero();
  }

  @Test
  void everyColourThereIsComesOutWithinOneOfTheExactValue() {
    Picture all = everyColour();
    int worst = 0;
    try (Frame frame = converter.convert(all, PixelFormat.BGR, pool)) {
      byte[] row = new byte[ALL * 3];
      ByteBuffer pixels = frame.data();
      for (int y = 0; y < ALL; y++) {
        pixels.get(row);
        for (int x = 0; x < ALL; x++) {
          worst = Math.max(worst, distance(all, x, y, row));
        }
      }
    }
    assertThat(worst).isLessThanOrEqualTo(1);
  }

  @Test
  void rgbIsBgrTheOtherWayRound() {
    Layout layout = new Layout(66, 64, 128);
    Picture picture = new Picture(Yuv.bars(layout, new int[][] {{90, 40, 200}}), layout);
    try (Frame bgr = converter.convert(picture, PixelFormat.BGR, pool);
        Frame rgb = converter.convert(picture, PixelFormat.RGB, pool)) {
      ByteBuffer one = bgr.data();
      ByteBuffer other = rgb.data();
      for (int pixel = 0; pixel < 66 * 64 * 3; pixel += 3) {
        assertThat(one.get(pixel)).isEqualTo(other.get(pixel + 2));
        assertThat(one.get(pixel + 1)).isEqualTo(other.get(pixel + 1));
        assertThat(one.get(pixel + 2)).isEqualTo(other.get(pixel));
      }
    }
  }

  @Test
  void greyIsTheLumaWithoutItsPadding() {
    Layout layout = new Layout(70, 64, 128);
    Picture picture = new Picture(Yuv.grey(layout, 37), layout);
    try (Frame grey = converter.convert(picture, PixelFormat.GREY, pool)) {
      assertThat(grey.shape()).containsExactly(64, 70);
      byte[] expected = new byte[64 * 70];
      Arrays.fill(expected, (byte) 37);
      assertThat(grey.data()).isEqualTo(ByteBuffer.wrap(expected));
    }
  }

  @Test
  void planesAreLaidOutAsOpenCvsI420() {
    Layout padded = new Layout(70, 64, 128);
    Layout plain = new Layout(70, 64, 70);
    int[][] bars = {{10, 20, 30}, {200, 150, 100}, {255, 0, 255}};
    try (Frame planes =
        converter.convert(new Picture(Yuv.bars(padded, bars), padded), PixelFormat.YUV420, pool)) {
      assertThat(planes.shape()).containsExactly(96, 70);
      assertThat(planes.data()).isEqualTo(ByteBuffer.wrap(Yuv.bars(plain, bars)));
    }
  }

  /** 256 x 256 pairs of Cb and Cr, each with 64 blocks of four of the 256 lumas. */
  private static Picture everyColour() {
    Layout layout = new Layout(ALL, ALL, ALL);
    byte[] bytes = new byte[layout.bytes()];
    int blocksInRow = ALL / 2;
    for (int block = 0; block < blocksInRow * blocksInRow; block++) {
      int chroma = block / 64;
      int luma = block % 64 * 4;
      int x = block % blocksInRow * 2;
      int y = block / blocksInRow * 2;
      bytes[y * ALL + x] = (byte) luma;
      bytes[y * ALL + x + 1] = (byte) (luma + 1);
      bytes[(y + 1) * ALL + x] = (byte) (luma + 2);
      bytes[(y + 1) * ALL + x + 1] = (byte) (luma + 3);
      bytes[layout.cb() + block] = (byte) (chroma & 255);
      bytes[layout.cr() + block] = (byte) (chroma >> 8);
    }
    return new Picture(bytes, layout);
  }

  private static int distance(Picture picture, int x, int y, byte[] row) {
    Layout layout = picture.layout();
    int chroma = y / 2 * layout.chromaRow() + x / 2;
    int luma = picture.bytes()[y * layout.rowBytes() + x] & 255;
    int cb = (picture.bytes()[layout.cb() + chroma] & 255) - 128;
    int cr = (picture.bytes()[layout.cr() + chroma] & 255) - 128;
    return Math.max(
        off(luma + 1.772 * cb, row[x * 3]),
        Math.max(
            off(luma - 0.344136286 * cb - 0.714136286 * cr, row[x * 3 + 1]),
            off(luma + 1.402 * cr, row[x * 3 + 2])));
  }

  private static int off(double exact, byte actual) {
    return (int) Math.ceil(Math.abs(Math.max(0, Math.min(255, exact)) - (actual & 255)) - 1e-6);
  }
}
