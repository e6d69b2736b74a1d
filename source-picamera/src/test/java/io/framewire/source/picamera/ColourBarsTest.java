package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colour bars through the whole module: the stand-in's process, its pipe, the frame. */
class ColourBarsTest {
  /** Red, green, blue. */
  private static final int[][] COLOURS = {
    {255, 255, 255},
    {255, 255, 0},
    {0, 255, 255},
    {0, 255, 0},
    {255, 0, 255},
    {255, 0, 0},
    {0, 0, 255},
    {0, 0, 0},
    {200, 120, 40},
    {17, 99, 180}
  };

  private static final int WORST = 2;

  @TempDir Path folder;

  /** The row length is what a Raspberry Pi 4 (64) and 5 (128) pad to. */
  @ParameterizedTest
  @CsvSource({
    "128, 64, 128",
    "1280, 72, 1280",
    "640, 480, 640",
    "800, 96, 832",
    "800, 96, 896",
    "102, 66, 128",
    "66, 64, 128",
    "1296, 64, 1344",
    "1296, 64, 1408"
  })
  void comeOutWithinTwoOfTheirExactValues(int width, int height, int rowBytes) {
    Layout layout = new Layout(width, height, rowBytes);
    int[][] yuv =
        Arrays.stream(COLOURS).map(c -> Yuv.ofRgb(c[0], c[1], c[2])).toArray(int[][]::new);
    StandIn standIn = new StandIn(folder).frames(Yuv.bars(layout, yuv));
    PiCameraBuilder camera =
        standIn.camera().option("resolution", "(" + width + ", " + height + ")");
    try (FramePool pool = new FramePool();
        PiCameraSource source = camera.open();
        Frame frame = source.read(pool).orElseThrow()) {
      assertThat(frame.shape()).containsExactly(height, width, 3);
      assertThat(worst(frame, layout)).isLessThanOrEqualTo(WORST);
    }
    int runs = width % 128 == 0 ? 1 : 2;
    assertThat(standIn.started()).as("padding is learnt where there is any").hasSize(runs);
  }

  @Test
  void areTheExactPlanesWhereThoseAreAskedFor() {
    Layout padded = new Layout(100, 64, 128);
    int[][] bars = {{16, 200, 10}, {255, 128, 128}, {0, 1, 2}};
    StandIn standIn = new StandIn(folder).frames(Yuv.bars(padded, bars));
    try (FramePool pool = new FramePool();
        PiCameraSource source = standIn.camera().size(100, 64).format(PixelFormat.YUV420).open();
        Frame frame = source.read(pool).orElseThrow()) {
      assertThat(frame.shape()).containsExactly(96, 100);
      assertThat(frame.data()).isEqualTo(ByteBuffer.wrap(Yuv.bars(new Layout(100, 64, 100), bars)));
    }
  }

  @Test
  void areWrittenStraightIntoThePoolsMemory() {
    StandIn standIn = new StandIn(folder);
    try (FramePool pool = new FramePool();
        PiCameraSource source = standIn.camera().open()) {
      for (int count = 0; count < 5; count++) {
        try (Frame frame = source.read(pool).orElseThrow()) {
          assertThat(frame.data().isDirect()).isTrue();
          assertThat(pool.statistics().lentBlocks()).isEqualTo(1);
        }
      }
      assertThat(pool.statistics().allocations()).as("memory is reused").isEqualTo(1);
    }
  }

  private static int worst(Frame frame, Layout layout) {
    ByteBuffer pixels = frame.data();
    int worst = 0;
    for (int y = 0; y < layout.height(); y++) {
      for (int x = 0; x < layout.width(); x++) {
        int[] exact = COLOURS[Yuv.bar(layout, x, COLOURS.length)];
        for (int channel = 0; channel < 3; channel++) {
          int level = pixels.get((y * layout.width() + x) * 3 + channel) & 255;
          worst = Math.max(worst, Math.abs(level - exact[2 - channel]));
        }
      }
    }
    return worst;
  }
}
