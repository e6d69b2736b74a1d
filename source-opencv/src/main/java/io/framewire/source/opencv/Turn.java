package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.IntPointer;

/** The turn a picture needs to stand upright, clockwise; copies pixels accordingly. */
enum Turn {
  NONE,
  RIGHT,
  HALF,
  LEFT;

  private static final int QUARTER = 90;

  /** Other angles than quarter turns are left alone. */
  static Turn ofDegrees(long degrees) {
    long positive = Math.floorMod(degrees, 4L * QUARTER);
    return positive % QUARTER == 0 ? values()[(int) positive / QUARTER] : NONE;
  }

  /** The one that a video asks for. */
  static Turn of(AVCodecParameters video) {
    AVPacketSideData matrix =
        av_packet_side_data_get(
            video.coded_side_data(), video.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null) {
      return NONE;
    }
    double counterclockwise = av_display_rotation_get(new IntPointer(matrix.data()));
    return Double.isNaN(counterclockwise) ? NONE : ofDegrees(-Math.round(counterclockwise));
  }

  boolean swapsSides() {
    return this == RIGHT || this == LEFT;
  }

  /** Copies a picture of the given size and row length to the target, turned, without row gaps. */
  void copy(
      ByteBuffer picture, int rowBytes, int width, int height, int pixelBytes, ByteBuffer target) {
    int rows = swapsSides() ? width : height;
    int columns = swapsSides() ? height : width;
    int step = step(rowBytes, pixelBytes);
    int position = 0;
    for (int row = 0; row < rows; row++) {
      int from = start(row, rowBytes, width, height, pixelBytes);
      for (int column = 0; column < columns; column++) {
        for (int part = 0; part < pixelBytes; part++) {
          target.put(position++, picture.get(from + part));
        }
        from += step;
      }
    }
  }

  /** Where the first pixel of a row of the result comes from. */
  private int start(int row, int rowBytes, int width, int height, int pixelBytes) {
    return switch (this) {
      case NONE -> row * rowBytes;
      case RIGHT -> (height - 1) * rowBytes + row * pixelBytes;
      case HALF -> (height - 1 - row) * rowBytes + (width - 1) * pixelBytes;
      case LEFT -> (width - 1 - row) * pixelBytes;
    };
  }

  private int step(int rowBytes, int pixelBytes) {
    return switch (this) {
      case NONE -> pixelBytes;
      case RIGHT -> -rowBytes;
      case HALF -> -pixelBytes;
      case LEFT -> rowBytes;
    };
  }
}
