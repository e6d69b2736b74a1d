package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_CUDA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import io.framewire.error.SourceException;
import io.framewire.ffmpeg.Ffmpeg;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelConverterTest {
  /** Both those that go straight into the frame and those that take a detour. */
  @ParameterizedTest
  @ValueSource(ints = {64, 66})
  void pictureThatCannotBeConvertedLeavesNothingDangling(int width) {
    Ffmpeg.load();
    AVFrame picture = av_frame_alloc();
    picture.width(width).height(48).format(AV_PIX_FMT_YUV420P);
    assertThat(av_frame_get_buffer(picture, 0)).isZero();
    try (FramePool pool = new FramePool();
        PixelConverter converter =
            new PixelConverter(Place.of("clip.mp4"), Turn.NONE, PixelFormat.of("bgr24"))) {
      for (int round = 0; round < 3; round++) {
        converter.convert(picture.format(AV_PIX_FMT_YUV420P), pool).close();
        picture.format(AV_PIX_FMT_CUDA);
        assertFails(converter, picture, pool);
        assertFails(converter, picture, pool);
      }
      try (Frame frame = converter.convert(picture.format(AV_PIX_FMT_YUV420P), pool)) {
        assertThat(frame.shape()).containsExactly(48, width, 3);
      }
      assertThat(pool.statistics().lentBlocks()).isZero();
    } finally {
      av_frame_free(picture);
    }
  }

  private static void assertFails(PixelConverter converter, AVFrame picture, FramePool pool) {
    assertThatThrownBy(() -> converter.convert(picture, pool))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("FFmpeg cannot convert to bgr24");
  }
}
