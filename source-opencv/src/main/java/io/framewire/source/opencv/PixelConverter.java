package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.av_chroma_location_enum_to_pos;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_to_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_image_fill_arrays;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_int;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.ffmpeg.Ffmpeg;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Converts decoded pictures to a pixel format, straight into a pool's memory where their size
 * allows. The conversion is the one that OpenCV's VideoCapture does: FFmpeg's bicubic one with its
 * default colour matrix, colours where the picture says they lie. Used by one thread.
 */
final class PixelConverter implements AutoCloseable {
  private static final int PLANES = 4;

  /** FFmpeg writes pixels in groups, past a row's end if need be, or leaves some. */
  private static final int GROUP = 64;

  private static final int BGR_GROUP = 8;
  private static final int BGR_BYTES = 3;

  private final Place place;
  private final Turn turn;
  private final PixelFormat target;
  private final PointerPointer<Pointer> planes;
  private final IntPointer rowLengths;
  private final AVFrame scratch;
  private SwsContext scaler = new SwsContext(null);
  private int width;
  private int height;
  private int format;
  private int colours;
  private int[] shape = {};
  private ByteBuffer padded = ByteBuffer.allocateDirect(0);

  PixelConverter(Place place, Turn turn, PixelFormat target) {
    this.place = place;
    this.turn = turn;
    this.target = target;
    if (turn != Turn.NONE && !target.packed()) {
      throw new ConfigurationException(
          place
              + " holds pictures to be turned upright, which "
              + target.name()
              + " cannot be: use frame_format bgr24, or CAP_PROP_ORIENTATION_AUTO 0");
    }
    this.planes = new PointerPointer<>(PLANES);
    this.rowLengths = new IntPointer(PLANES);
    this.scratch = av_frame_alloc();
  }

  /** A frame that the caller owns. */
  Frame convert(AVFrame picture, FramePool pool) {
    prepareFor(picture);
    Frame frame = pool.take(target.dtype(), shape);
    try (BytePointer pixels = new BytePointer(frame.data())) {
      if (isDirect()) {
        av_image_fill_arrays(planes, rowLengths, pixels, target.number(), width, height, 1);
        scale(picture, planes, rowLengths);
      } else {
        scale(picture, scratch.data(), scratch.linesize());
        copy(pixels, frame);
      }
      return frame;
    } catch (RuntimeException failure) {
      frame.close();
      throw failure;
    }
  }

  PixelFormat target() {
    return target;
  }

  boolean swapsSides() {
    return turn.swapsSides();
  }

  /** Of the last picture, upright. */
  int width() {
    return swapsSides() ? height : width;
  }

  /** Of the last picture, upright. */
  int height() {
    return swapsSides() ? width : height;
  }

  private void copy(BytePointer pixels, Frame frame) {
    if (turn == Turn.NONE) {
      av_image_copy_to_buffer(
          pixels,
          frame.byteSize(),
          scratch.data(),
          scratch.linesize(),
          target.number(),
          width,
          height,
          1);
    } else {
      turn.copy(padded, scratch.linesize(0), width, height, target.pixelBytes(), frame.data());
    }
  }

  private void prepareFor(AVFrame picture) {
    if (picture.width() == width
        && picture.height() == height
        && picture.format() == format
        && picture.chroma_location() == colours) {
      return;
    }
    forget();
    try {
      adopt(picture);
    } catch (RuntimeException failure) {
      forget();
      throw failure;
    }
  }

  /** Nothing half made is left behind, for the next picture or the end. */
  private void forget() {
    width = 0;
    sws_freeContext(scaler);
    scaler = new SwsContext(null);
    av_frame_unref(scratch);
  }

  private void adopt(AVFrame picture) {
    shape =
        turn.swapsSides()
            ? target.shape(picture.height(), picture.width())
            : target.shape(picture.width(), picture.height());
    width = picture.width();
    height = picture.height();
    format = picture.format();
    colours = picture.chroma_location();
    scaler = scaler();
    if (!isDirect()) {
      scratch.format(target.number()).width(width + GROUP).height(height + 1);
      int result = av_frame_get_buffer(scratch, 0);
      if (result < 0) {
        throw new SourceException(
            place + " has pictures of " + width + "x" + height + ": " + Ffmpeg.words(result));
      }
      padded = scratch.data(0).capacity((long) scratch.linesize(0) * height).asByteBuffer();
    }
  }

  private SwsContext scaler() {
    SwsContext made = sws_alloc_context();
    try {
      describe(made);
      if (sws_init_context(made, null, null) < 0) {
        throw new SourceException(
            place
                + " has a pixel format that FFmpeg cannot convert to "
                + target.name()
                + ": convert it to yuv420p");
      }
      return made;
    } catch (RuntimeException failure) {
      sws_freeContext(made);
      throw failure;
    }
  }

  private void describe(SwsContext made) {
    set(made, "srcw", width);
    set(made, "srch", height);
    set(made, "src_format", format);
    set(made, "dstw", width);
    set(made, "dsth", height);
    set(made, "dst_format", target.number());
    set(made, "sws_flags", SWS_BICUBIC);
    placeColours(made, "src", av_pix_fmt_desc_get(format));
    placeColours(made, "dst", av_pix_fmt_desc_get(target.number()));
  }

  /** Where pixels share colours, says between which of them those lie, if the picture says so. */
  private void placeColours(SwsContext made, String side, AVPixFmtDescriptor pixels) {
    if (colours == AVCHROMA_LOC_UNSPECIFIED) {
      return;
    }
    int[] across = new int[1];
    int[] down = new int[1];
    av_chroma_location_enum_to_pos(across, down, colours);
    if (pixels.log2_chroma_w() > 0) {
      set(made, side + "_h_chr_pos", across[0] * ((1 << pixels.log2_chroma_w()) - 1));
    }
    if (pixels.log2_chroma_h() > 0) {
      set(made, side + "_v_chr_pos", down[0] * ((1 << pixels.log2_chroma_h()) - 1));
    }
  }

  private static void set(SwsContext made, String option, int value) {
    if (av_opt_set_int(made, option, value, 0) < 0) {
      throw new IllegalStateException("this FFmpeg's scaler has no option " + option);
    }
  }

  /** Whether the pixels can be written where they are to stay. */
  private boolean isDirect() {
    int group = target.pixelBytes() == BGR_BYTES ? BGR_GROUP : GROUP;
    return turn == Turn.NONE && width % group == 0;
  }

  private void scale(AVFrame picture, PointerPointer<?> target, IntPointer rowLengths) {
    int rows = sws_scale(scaler, picture.data(), picture.linesize(), 0, height, target, rowLengths);
    if (rows != height) {
      throw new SourceException(
          place + " has a frame that FFmpeg could not convert to BGR: get the file anew");
    }
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    av_frame_free(scratch);
    planes.close();
    rowLengths.close();
  }
}
