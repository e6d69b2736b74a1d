package io.framewire.interop;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file of pictures of one shape, one after another. */
final class RawFrames implements AutoCloseable {
  private final FileChannel file;
  private final int[] shape;
  private final int bytes;

  RawFrames(Path path, int[] shape) throws IOException {
    this.file = FileChannel.open(path);
    this.shape = shape.clone();
    this.bytes = shape[0] * shape[1] * shape[2];
  }

  int count() throws IOException {
    return (int) (file.size() / bytes);
  }

  /** One of them; the caller closes it. */
  Frame read(int index, FramePool pool) {
    Frame frame = pool.take(DType.UINT8, shape);
    ByteBuffer data = frame.data();
    try {
      while (data.hasRemaining() && file.read(data, (long) index * bytes + data.position()) >= 0) {
        // a read may bring a part only
      }
    } catch (IOException unreadable) {
      frame.close();
      throw new UncheckedIOException(unreadable);
    }
    return frame;
  }

  /** How close another frame comes to one of these, without an eighth at each side, in decibels. */
  double psnrInside(int index, Frame other, FramePool pool) {
    try (Frame mine = read(index, pool)) {
      ByteBuffer left = mine.data();
      ByteBuffer right = other.data();
      long sum = 0;
      long count = 0;
      for (int row = shape[0] / 8; row < shape[0] - shape[0] / 8; row++) {
        int rowStart = row * shape[1] * shape[2];
        int end = rowStart + (shape[1] - shape[1] / 8) * shape[2];
        for (int at = rowStart + shape[1] / 8 * shape[2]; at < end; at++) {
          int difference = (left.get(at) & 0xff) - (right.get(at) & 0xff);
          sum += (long) difference * difference;
          count++;
        }
      }
      return decibels((double) sum / count);
    }
  }

  private static double decibels(double meanSquare) {
    return 10 * Math.log10(255 * 255 / Math.max(meanSquare, 1e-5));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
