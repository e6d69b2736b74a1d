package io.framewire.opencv;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import java.util.Arrays;
import java.util.List;

/** OpenCV's type numbers: three bits of element type ("depth"), then the channels less one. */
final class MatType {
  private static final int MAX_CHANNELS = 512;
  private static final int CHANNEL_SHIFT = 3;

  /** By OpenCV's depth: CV_8U, CV_8S, CV_16U, CV_16S, CV_32S, CV_32F, CV_64F, CV_16F. */
  private static final List<DType> DEPTHS =
      List.of(
          DType.UINT8,
          DType.INT8,
          DType.parse("uint16"),
          DType.parse("int16"),
          DType.parse("int32"),
          DType.parse("float32"),
          DType.parse("float64"),
          DType.parse("float16"));

  private MatType() {}

  static int of(Frame frame) {
    int depth = DEPTHS.indexOf(frame.dtype());
    if (depth < 0) {
      throw new ConfigurationException(
          "OpenCV has no element type for "
              + frame.dtype()
              + ": it has "
              + String.join(", ", DEPTHS.stream().map(DType::str).toList()));
    }
    int channels = frame.rank() == 3 ? frame.dimension(2) : 1;
    boolean picture = frame.rank() == 2 || frame.rank() == 3;
    if (!picture || channels < 1 || channels > MAX_CHANNELS || frame.byteSize() == 0) {
      throw new ConfigurationException(
          "shape "
              + Arrays.toString(frame.shape())
              + " is no OpenCV picture: use [height, width] or [height, width, channels] with 1 to "
              + MAX_CHANNELS
              + " channels, none of them empty");
    }
    return depth | channels - 1 << CHANNEL_SHIFT;
  }

  static DType dtype(int type) {
    return DEPTHS.get(type & (1 << CHANNEL_SHIFT) - 1);
  }

  static int[] shape(int rows, int columns, int type) {
    int channels = (type >> CHANNEL_SHIFT) + 1;
    return channels == 1 ? new int[] {rows, columns} : new int[] {rows, columns, channels};
  }
}
