package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.file.Clips;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.opencv.Mats;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixelOptionsTest {
  private final FramePool pool = FramePool.unpooled();
  private String clip;
  @TempDir Path folder;

  @BeforeEach
  void makeAClip() {
    clip = Clips.video(folder.resolve("clip.mp4"), 6, 48, 64, 3).toString();
  }

  @Test
  void everyColourSpaceIsWhatOpenCvMakesOfTheFrame() {
    Map<String, Integer> codes = ColorSpace.codes();
    assertThat(codes).hasSizeGreaterThan(20).containsKeys("COLOR_BGR2GRAY", "COLOR_BGR2YUV_I420");
    try (Frame plain = first(Map.of());
        Mat bgr = Mats.view(plain)) {
      codes.forEach(
          (name, code) -> {
            try (Mat expected = new Mat();
                Frame converted = first(Map.of("colorspace", name))) {
              opencv_imgproc.cvtColor(bgr, expected, code);
              try (Frame wanted = Mats.copy(expected, pool)) {
                assertThat(converted.shape()).as(name).isEqualTo(wanted.shape());
                assertThat(converted.data()).as(name).isEqualTo(wanted.data());
              }
            }
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"COLOR_BGR2LAB,COLOR_BGR2Lab", "color_bgr2ycr_cb,COLOR_BGR2YCrCb"})
  void spellingsOfOpenCvForPythonAreKnown(String python, String java) {
    assertThat(ColorSpace.of(python)).hasToString(ColorSpace.of(java).toString());
  }

  @Test
  void colourSpaceCanBeChangedWhileTheSourceRunsAndReusesThePoolsMemory() {
    try (FramePool own = new FramePool();
        FrameSource source = FrameSources.open(clip)) {
      assertThat(shape(source, own)).containsExactly(48, 64, 3);
      source.set("colorspace", "COLOR_BGR2GRAY");
      assertThat(shape(source, own)).containsExactly(48, 64);
      assertThat(shape(source, own)).containsExactly(48, 64);
      long before = own.statistics().allocations();
      assertThat(shape(source, own)).containsExactly(48, 64);
      assertThat(own.statistics().allocations()).isEqualTo(before);
      assertThat(source.info().width()).hasValue(64);
      source.set("colorspace", "none");
      assertThat(shape(source, own)).containsExactly(48, 64, 3);
      assertThat(own.statistics().lentBlocks()).isZero();
    }
  }

  @Test
  void unknownColourSpaceIsRefusedWithTheNearestNames() {
    assertThatThrownBy(() -> FrameSources.open(clip, Map.of("colorspace", "COLOR_BGR2GREY")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("\"COLOR_BGR2GREY\"")
        .hasMessageContaining("use COLOR_BGR2GRAY, ");
    try (FrameSource source = FrameSources.open(clip)) {
      assertThatThrownBy(() -> source.set("colorspace", "blue"))
          .isInstanceOf(ConfigurationException.class);
      assertThat(shape(source, pool)).containsExactly(48, 64, 3);
    }
  }

  @Test
  void colourSpaceThatDoesNotFitTheSizeIsAnError() {
    String odd = Clips.sequence(folder, "odd_%d.png", 1, 7, 5, 3);
    assertThatThrownBy(
            () -> Reading.all(odd, Map.of("colorspace", "COLOR_BGR2YUV_I420"), frame -> {}))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("cannot be made of a frame of 5x7");
  }

  @Test
  void colourSpaceNeedsBgr() {
    assertThatThrownBy(
            () ->
                FrameSources.open(
                    clip, Map.of("colorspace", "COLOR_BGR2GRAY", "frame_format", "gray")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("it converts from BGR");
  }

  @ParameterizedTest
  @CsvSource({
    "bgr24,|u1,'48,64,3'",
    "RGB24,|u1,'48,64,3'",
    "gray,|u1,'48,64'",
    "bgra,|u1,'48,64,4'",
    "yuv420p,|u1,'72,64'",
    "nv12,|u1,'72,64'",
    "yuv444p,|u1,'144,64'",
    "yuyv422,|u1,'48,64,2'",
    "gray16le,<u2,'48,64'",
    "rgb48,<u2,'48,64,3'",
    "gray16be,>u2,'48,64'",
    "grayf32le,<f4,'48,64'",
    "yuv420p10le,<u2,'72,64'"
  })
  void pixelFormatSaysShapeAndType(String format, String dtype, String shape) {
    try (Frame frame = first(Map.of("frame_format", format))) {
      assertThat(frame.dtype().str()).isEqualTo(dtype);
      assertThat(frame.shape())
          .containsExactly(Arrays.stream(shape.split(",")).mapToInt(Integer::parseInt).toArray());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 63, 70})
  void rgbIsBgrTurnedRoundAtAnyWidth(int width) {
    String pattern = Clips.sequence(folder, "img_%d.png", 1, 33, width, 3);
    try (Frame bgr = first(pattern, Map.of());
        Frame rgb = first(pattern, Map.of("frame_format", "rgb24"));
        Frame bgra = first(pattern, Map.of("frame_format", "bgra"))) {
      for (int pixel = 0; pixel < 33 * width; pixel++) {
        assertThat(rgb.data().get(3 * pixel)).isEqualTo(bgr.data().get(3 * pixel + 2));
        assertThat(rgb.data().get(3 * pixel + 1)).isEqualTo(bgr.data().get(3 * pixel + 1));
        assertThat(bgra.data().slice(4 * pixel, 3)).isEqualTo(bgr.data().slice(3 * pixel, 3));
        assertThat(bgra.data().get(4 * pixel + 3)).isEqualTo((byte) 0xff);
      }
    }
  }

  @Test
  void planesOfYuvAreWhatTheDecoderGaveAndConvertToTheSameBgr() {
    try (Frame yuv = first(Map.of("frame_format", "yuv420p"));
        Frame bgr = first(Map.of());
        Mat planes = Mats.view(yuv);
        Mat converted = new Mat()) {
      opencv_imgproc.cvtColor(planes, converted, opencv_imgproc.COLOR_YUV2BGR_I420);
      try (Frame back = Mats.copy(converted, pool)) {
        assertThat(Clips.likeness(back, bgr)).isGreaterThan(40);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"nonsense,no pixel format", "pal8,nothing that", "vaapi,nothing that"})
  void impossiblePixelFormatsAreRefused(String format, String words) {
    assertThatThrownBy(() -> FrameSources.open(clip, Map.of("frame_format", format)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("option frame_format is \"" + format + "\", which is " + words);
  }

  @Test
  void sharedColoursNeedAnEvenSize() {
    String odd = Clips.sequence(folder, "odd_%d.png", 1, 7, 5, 3);
    assertThatThrownBy(() -> Reading.all(odd, Map.of("frame_format", "yuv420p"), frame -> {}))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("cannot hold a picture of 5x7");
  }

  @Test
  void frameThatCannotBeHeldStaysAnErrorOfTheOptions() {
    String odd = Clips.sequence(folder, "odd_%d.png", 2, 7, 5, 3);
    try (FrameSource source = FrameSources.open(odd, Map.of("frame_format", "yuv420p"))) {
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThatThrownBy(() -> source.read(FramePool.unpooled()))
            .isInstanceOf(ConfigurationException.class)
            .hasMessageContaining("cannot hold a picture of 5x7");
      }
    }
  }

  private int[] shape(FrameSource source, FramePool from) {
    try (Frame frame = source.read(from).orElseThrow()) {
      return frame.shape();
    }
  }

  private Frame first(Map<String, String> options) {
    return first(clip, options);
  }

  private Frame first(String location, Map<String, String> options) {
    try (FrameSource source = FrameSources.open(location, options)) {
      return source.read(pool).orElseThrow();
    }
  }
}
