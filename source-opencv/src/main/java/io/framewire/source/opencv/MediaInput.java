package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.framewire.error.ConfigurationException;
import io.framewire.ffmpeg.Ffmpeg;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** An opened file or stream, which yields the packets of its video. Used by one thread. */
final class MediaInput implements AutoCloseable {
  private final Place place;
  private final Interrupt interrupt;
  private final AVFormatContext context;
  private final AVStream video;

  private MediaInput(Place place, Interrupt interrupt, AVFormatContext context, AVStream video) {
    this.place = place;
    this.interrupt = interrupt;
    this.context = context;
    this.video = video;
  }

  static MediaInput open(Place place, Optional<String> format, Interrupt interrupt) {
    AVInputFormat demuxer = format.map(MediaInput::demuxer).orElse(null);
    AVFormatContext context = avformat_alloc_context();
    interrupt.installIn(context);
    interrupt.restart();
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "rtsp_flags", "prefer_tcp", 0);
    int opened = avformat_open_input(context, place.url(), demuxer, options);
    av_dict_free(options);
    require(opened, place, interrupt);
    try {
      require(avformat_find_stream_info(context, (AVDictionary) null), place, interrupt);
      return new MediaInput(place, interrupt, context, video(place, context));
    } catch (RuntimeException failure) {
      avformat_close_input(context);
      throw failure;
    }
  }

  private static AVInputFormat demuxer(String name) {
    AVInputFormat demuxer = av_find_input_format(name);
    if (demuxer == null) {
      throw new ConfigurationException(
          "option format is \""
              + name
              + "\", which is no demuxer of FFmpeg: use mpegts, h264 or mjpeg for instance");
    }
    return demuxer;
  }

  private static void require(int result, Place place, Interrupt interrupt) {
    if (interrupt.expired()) {
      throw Problems.cannotOpen(place, Problems.sentNothing(place, interrupt).getMessage());
    }
    if (result < 0) {
      throw Problems.cannotOpen(place, result);
    }
  }

  private static AVStream video(Place place, AVFormatContext context) {
    int index = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (index < 0) {
      throw Problems.cannotOpen(place, "there is no video in it");
    }
    for (int other = 0; other < context.nb_streams(); other++) {
      if (other != index) {
        context.streams(other).discard(AVDISCARD_ALL);
      }
    }
    return context.streams(index);
  }

  AVStream video() {
    return video;
  }

  /** Whether it goes on meanwhile, and so may lose parts: a camera over http has no length. */
  boolean live() {
    return place.kind() == Place.Kind.LIVE
        || place.kind() == Place.Kind.DOWNLOAD && context.duration() <= 0;
  }

  boolean cancelled() {
    return interrupt.cancelled();
  }

  /** Whether there was one more packet of the video; false at the end, or after a cancel. */
  boolean read(AVPacket packet, long framesSoFar) {
    while (true) {
      av_packet_unref(packet);
      int result = av_read_frame(context, packet);
      if (result >= 0 && packet.stream_index() == video.index()) {
        return true;
      }
      if (interrupt.due() || result < 0 && result != AVERROR_EAGAIN()) {
        return ended(result, framesSoFar);
      }
    }
  }

  private boolean ended(int result, long framesSoFar) {
    if (interrupt.cancelled()) {
      return false;
    }
    int cause = result == AVERROR_EOF ? hiddenCause() : result;
    if (interrupt.expired() || cause == AVERROR_EXIT) {
      throw Problems.sentNothing(place, interrupt);
    }
    if (cause != AVERROR_EOF) {
      throw Problems.brokeOff(place, framesSoFar, Ffmpeg.words(cause));
    }
    return false;
  }

  /** Demuxers call it the end of the file when reading it failed. */
  private int hiddenCause() {
    AVIOContext io = context.pb();
    return io == null || io.error() >= 0 ? AVERROR_EOF : io.error();
  }

  @Override
  public void close() {
    avformat_close_input(context);
  }
}
