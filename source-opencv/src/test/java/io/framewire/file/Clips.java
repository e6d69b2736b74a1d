package io.framewire.file;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Makes the moving pictures that the tests write to files and expect back. */
public final class Clips {
  private Clips() {}

  /** A smooth gradient under a square that moves. */
  public static Frame picture(FramePool pool, int step, int... shape) {
    Frame frame = pool.take(DType.UINT8, shape);
    ByteBuffer pixels = frame.data();
    int channels = shape.length == 3 ? shape[2] : 1;
    int side = Math.min(shape[0], shape[1]) / 4;
    int left = step % Math.max(1, shape[1] - side);
    for (int row = 0; row < shape[0]; row++) {
      for (int column = 0; column < shape[1]; column++) {
        boolean square = row >= side && row < 2 * side && column >= left && column < left + side;
        for (int channel = 0; channel < channels; channel++) {
          int slope = row * 100 / shape[0] + column * 100 / shape[1] + 15 * channel + 20;
          pixels.put((byte) (square ? 220 : slope));
        }
      }
    }
    return frame;
  }

  /** Writes a clip of such pictures. */
  public static Path video(Path file, int frames, int... shape) {
    FramePool pool = FramePool.unpooled();
    try (VideoFileWriter writer = VideoFileWriter.create(file, 25)) {
      for (int step = 0; step < frames; step++) {
        try (Frame frame = picture(pool, step, shape)) {
          writer.write(frame);
        }
      }
    }
    return file;
  }

  /** Writes such pictures as files, numbered from 0; the name has a place for the number. */
  public static String sequence(Path folder, String name, int frames, int... shape) {
    for (int step = 0; step < frames; step++) {
      try (Frame frame = picture(FramePool.unpooled(), step, shape)) {
        ImageFiles.write(frame, folder.resolve(String.format(name, step)));
      }
    }
    return folder.resolve(name).toString();
  }

  /** The peak signal-to-noise ratio of two frames of the same shape in decibels. */
  public static double likeness(Frame one, Frame other) {
    ByteBuffer left = one.data();
    ByteBuffer right = other.data();
    double squares = 0;
    while (left.hasRemaining()) {
      int difference = (left.get() & 0xff) - (right.get() & 0xff);
      squares += difference * difference;
    }
    return 10 * Math.log10(255.0 * 255.0 * one.byteSize() / squares);
  }
}
