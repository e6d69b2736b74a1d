package io.framewire.file;

import io.framewire.ffmpeg.Ffmpeg;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

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
    return video(FramePool.unpooled(), file, frames, shape);
  }

  /** Writes such a clip with the memory of a pool. */
  public static Path video(FramePool pool, Path file, int frames, int... shape) {
    try (VideoFileWriter writer = VideoFileWriter.create(file, 25)) {
      for (int step = 0; step < frames; step++) {
        try (Frame frame = picture(pool, step, shape)) {
          writer.write(frame);
        }
      }
    }
    return file;
  }

  /** When each picture of a clip is shown, in seconds, as FFmpeg reads it. */
  public static List<Double> times(Path file) {
    Ffmpeg.load();
    List<Double> seconds = new ArrayList<>();
    AVFormatContext context = new AVFormatContext(null);
    if (avformat.avformat_open_input(context, file.toString(), null, (AVDictionary) null) < 0) {
      throw new IllegalArgumentException(file + " cannot be opened");
    }
    AVPacket packet = avcodec.av_packet_alloc();
    try {
      while (avformat.av_read_frame(context, packet) >= 0) {
        seconds.add(packet.pts() * avutil.av_q2d(context.streams(0).time_base()));
        avcodec.av_packet_unref(packet);
      }
    } finally {
      avcodec.av_packet_free(packet);
      avformat.avformat_close_input(context);
    }
    return seconds;
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
