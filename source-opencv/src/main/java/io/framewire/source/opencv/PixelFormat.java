package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BITSTREAM;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_FLOAT;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_HWACCEL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_image_get_buffer_size;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_count_planes;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.sws_isSupportedOutput;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;

/**
 * One of FFmpeg's pixel formats as a frame: {@code [height, width]} or {@code [height, width,
 * channels]}; one with planes of their own has them below each other, {@code [rows, width]}.
 */
record PixelFormat(String name, int number, DType dtype, int pixelBytes) {
  static final String DEFAULT = "bgr24";
  private static final int BYTE_BITS = 8;
  private static final int SAMPLE_PIXELS = 64;

  /** Finds one by FFmpeg's name, which must have been loaded. */
  static PixelFormat of(String name) {
    int number = av_get_pix_fmt(name);
    if (number == AV_PIX_FMT_NONE) {
      throw refused(name, "no pixel format of FFmpeg's");
    }
    AVPixFmtDescriptor descriptor = av_pix_fmt_desc_get(number);
    int unfit = AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_HWACCEL;
    if ((descriptor.flags() & unfit) != 0 || sws_isSupportedOutput(number) == 0) {
      throw refused(name, "nothing that FFmpeg can convert to and a frame can hold");
    }
    boolean packed = av_pix_fmt_count_planes(number) == 1;
    int bytes = av_image_get_buffer_size(number, SAMPLE_PIXELS, 1, 1) / SAMPLE_PIXELS;
    return new PixelFormat(name, number, dtype(descriptor), packed ? bytes : 0);
  }

  private static ConfigurationException refused(String name, String why) {
    return new ConfigurationException(
        "option frame_format is \""
            + name
            + "\", which is "
            + why
            + ": use bgr24, rgb24, bgra, gray, gray16le or yuv420p for instance");
  }

  private static DType dtype(AVPixFmtDescriptor descriptor) {
    int bytes = (descriptor.comp(0).depth() + BYTE_BITS - 1) / BYTE_BITS;
    boolean isFloat = (descriptor.flags() & AV_PIX_FMT_FLAG_FLOAT) != 0;
    if (bytes == 1) {
      return DType.UINT8;
    }
    String order = (descriptor.flags() & AV_PIX_FMT_FLAG_BE) != 0 ? ">" : "<";
    return DType.parse(order + (isFloat ? "f" : "u") + bytes);
  }

  /** Whether all of a pixel lies together, so that a picture can be turned. */
  boolean packed() {
    return pixelBytes > 0;
  }

  /** Whether it is the one that OpenCV and so most programs expect. */
  boolean isDefault() {
    return name.equals(DEFAULT);
  }

  int bytes(int width, int height) {
    return av_image_get_buffer_size(number, width, height, 1);
  }

  /** The shape of a frame for a picture of that size. */
  int[] shape(int width, int height) {
    int elements = bytes(width, height) / dtype.itemSize();
    int rows = packed() ? height : elements / width;
    int channels = packed() ? elements / height / width : 1;
    if (elements != rows * width * channels) {
      throw new ConfigurationException(
          "option frame_format is \""
              + name
              + "\", which cannot hold a picture of "
              + width
              + "x"
              + height
              + ": its pixels share colours, so it needs an even width and height; use bgr24");
    }
    return channels == 1 ? new int[] {rows, width} : new int[] {rows, width, channels};
  }
}
