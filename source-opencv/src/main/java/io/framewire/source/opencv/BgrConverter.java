package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import io.framewire.error.SourceException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Converts decoded pictures to blue, green, red, straight into a pool's memory where their size
 * allows. The conversion is the one that OpenCV's VideoCapture does: FFmpeg's bicubic one with its
 * default colour matrix. Used by one thread.
 */
final class BgrConverter implements AutoCloseable {
  private static final int PIXEL_BYTES = 3;
  private static final int PLANES = 4;

  /** FFmpeg writes pixels in groups of this many, past a row's end if need be, or leaves some. */
  private static final int GROUP = 8;

  private final Place place;
  private final Turn turn;
  private final PointerPointer<Pointer> planes = new PointerPointer<>(PLANES);
  private final IntPointer rowLengths = new IntPointer(PLANES);
  private SwsContext scaler = new SwsContext(null);
  private int width;
  private int height;
  private int format;
  private ByteBuffer scratch = ByteBuffer.allocateDirect(0);

  BgrConverter(Place place, Turn turn) {
    this.place = place;
    this.turn = turn;
  }

  /** A frame that the caller owns. */
  Frame convert(AVFrame picture, FramePool pool) {
    prepareFor(picture);
    Frame frame =
        turn.swapsSides()
            ? pool.take(DType.UINT8, width, height, PIXEL_BYTES)
            : pool.take(DType.UINT8, height, width, PIXEL_BYTES);
    try {
      if (isDirect()) {
        scale(picture, frame.data(), width * PIXEL_BYTES);
      } else {
        scale(picture, scratch, paddedRow());
        turn.copy(scratch, paddedRow(), width, height, frame.data());
      }
      return frame;
    } catch (RuntimeException failure) {
      frame.close();
      throw failure;
    }
  }

  private void prepareFor(AVFrame picture) {
    if (picture.width() == width && picture.height() == height && picture.format() == format) {
      return;
    }
    width = picture.width();
    height = picture.height();
    format = picture.format();
    sws_freeContext(scaler);
    scaler =
        sws_getContext(
            width,
            height,
            format,
            width,
            height,
            AV_PIX_FMT_BGR24,
            SWS_BICUBIC,
            null,
            null,
            (DoublePointer) null);
    if (scaler == null) {
      scaler = new SwsContext(null);
      width = 0;
      throw new SourceException(
          place + " has a pixel format that FFmpeg cannot convert to BGR: convert it to yuv420p");
    }
    scratch =
        ByteBuffer.allocateDirect(isDirect() ? 0 : Math.multiplyExact(paddedRow(), height + 1));
  }

  /** Whether the pixels can be written where they are to stay. */
  private boolean isDirect() {
    return turn == Turn.NONE && width % GROUP == 0;
  }

  private int paddedRow() {
    return (width + 2 * GROUP) / GROUP * GROUP * PIXEL_BYTES;
  }

  private void scale(AVFrame picture, ByteBuffer target, int rowBytes) {
    try (BytePointer pixels = new BytePointer(target)) {
      planes.put(0, pixels);
      rowLengths.put(0, rowBytes);
      int rows =
          sws_scale(scaler, picture.data(), picture.linesize(), 0, height, planes, rowLengths);
      if (rows != height) {
        throw new SourceException(
            place + " has a frame that FFmpeg could not convert to BGR: get the file anew");
      }
    }
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    planes.close();
    rowLengths.close();
  }
}
