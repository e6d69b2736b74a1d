package io.framewire.file;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_NONE;
import static org.bytedeco.ffmpeg.global.avcodec.FF_COMPLIANCE_NORMAL;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_NOFILE;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_format;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_query_codec;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_flush;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_OPT_SEARCH_CHILDREN;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_ENOSPC;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.ffmpeg.Ffmpeg;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;

/** A container file with one video stream, as FFmpeg writes it. */
final class VideoFile implements AutoCloseable {
  private final Path file;
  private final AVFormatContext context = new AVFormatContext(null);
  private final AVIOContext io = new AVIOContext(null);
  private AVStream stream;

  private VideoFile(Path file) {
    this.file = file;
  }

  /** Refuses a name that says no container, or one that H.264 is never put into. */
  static void requireFormat(Path file) {
    AVOutputFormat format = av_guess_format(null, url(file), null);
    if (format == null
        || format.video_codec() == AV_CODEC_ID_NONE
        || (format.flags() & AVFMT_NOFILE) != 0) {
      throw new ConfigurationException(
          "cannot write " + file + ": no video format has that ending: use .mp4");
    }
    if (avformat_query_codec(format, AV_CODEC_ID_H264, FF_COMPLIANCE_NORMAL) == 0) {
      throw new ConfigurationException(
          "cannot write "
              + file
              + ": "
              + format.name().getString()
              + " takes no H.264: use .mp4 or .mkv");
    }
  }

  /** One of which nothing is written yet. */
  static VideoFile of(Path file) {
    VideoFile made = new VideoFile(file);
    made.require(avformat_alloc_output_context2(made.context, null, null, url(file)));
    return made;
  }

  private static String url(Path file) {
    return "file:" + file;
  }

  boolean wantsGlobalHeader() {
    return (context.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
  }

  /** Has all that was added so far in the file, to be played also where this program is killed. */
  private void outliveAKill() {
    context.flush_packets(1);
    // only mp4 and its like write an index at the end, and only they have the option
    av_opt_set(context, "movflags", "hybrid_fragmented", AV_OPT_SEARCH_CHILDREN);
  }

  /** Writes the beginning, which describes the encoder's stream, and its rate if it has one. */
  void begin(AVCodecContext encoder, boolean evenly) {
    require(avio_open(io, url(file), AVIO_FLAG_WRITE));
    context.pb(io);
    outliveAKill();
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
      boolean disk = result == AVERROR_ENOSPC() || result == AVERROR_EIO();
      throw new FramewireException(
          "cannot write "
              + file
              + ": "
              + Ffmpeg.words(result)
              + (disk ? ": check the disk and its room" : ""));
    }
  }

  @Override
  public void close() {
    avio_closep(io);
    avformat_free_context(context);
  }
}
