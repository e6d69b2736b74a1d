package io.framewire.file;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_flush;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.ffmpeg.Ffmpeg;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;

/** A container file with one video stream, as FFmpeg writes it. */
final class VideoFile implements AutoCloseable {
  private final Path file;
  private final AVFormatContext context;
  private final AVIOContext io;
  private AVStream stream;

  private VideoFile(Path file, AVFormatContext context, AVIOContext io) {
    this.file = file;
    this.context = context;
    this.io = io;
  }

  static VideoFile create(Path file) {
    AVFormatContext context = new AVFormatContext(null);
    String url = "file:" + file;
    if (avformat_alloc_output_context2(context, null, null, url) < 0
        || context.oformat().video_codec() == avcodec.AV_CODEC_ID_NONE) {
      avformat_free_context(context);
      throw new ConfigurationException(
          "cannot write " + file + ": no video format has that ending: use .mp4");
    }
    AVIOContext io = new AVIOContext(null);
    int opened = avio_open(io, url, AVIO_FLAG_WRITE);
    if (opened < 0) {
      avformat_free_context(context);
      throw new FramewireException("cannot write " + file + ": " + Ffmpeg.words(opened));
    }
    context.pb(io);
    return new VideoFile(file, context, io);
  }

  boolean wantsGlobalHeader() {
    return (context.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
  }

  /** Writes the beginning, which describes the encoder's stream, and its rate if it has one. */
  void begin(AVCodecContext encoder, boolean evenly) {
    stream = avformat_new_stream(context, null);
    require(avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder));
    stream.time_base(encoder.time_base());
    if (evenly) {
      stream.avg_frame_rate(encoder.framerate());
    }
    require(avformat_write_header(context, (AVDictionary) null));
  }

  void add(AVPacket packet, AVRational timeBase) {
    avcodec.av_packet_rescale_ts(packet, timeBase, stream.time_base());
    packet.stream_index(stream.index());
    require(av_interleaved_write_frame(context, packet));
  }

  void end() {
    require(av_write_trailer(context));
    avio_flush(io);
    require(io.error());
  }

  void require(int result) {
    if (result < 0) {
      throw new FramewireException(
          "cannot write " + file + ": " + Ffmpeg.words(result) + ": check the disk and its room");
    }
  }

  @Override
  public void close() {
    avio_closep(io);
    avformat_free_context(context);
  }
}
