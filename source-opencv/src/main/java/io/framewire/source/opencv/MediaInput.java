package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.framewire.ffmpeg.Ffmpeg;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** An opened file or stream, which yields the packets of its video. Used by one thread. */
final class MediaInput implements AutoCloseable {
  private final Place place;
  private final Interrupt interrupt;
  private final AVFormatContext context;
  private final AVStream video;
  private final boolean device;
  private final Set<String> unread;

  private MediaInput(
      Place place,
      Interrupt interrupt,
      AVFormatContext context,
      AVStream video,
      boolean device,
      Set<String> unread) {
    this.place = place;
    this.interrupt = interrupt;
    this.context = context;
    this.video = video;
    this.device = device;
    this.unread = unread;
  }

  static MediaInput open(Place place, FfmpegOptions wanted, Interrupt interrupt) {
    Demuxer demuxer = Demuxer.of(place, wanted.format());
    if (!demuxer.isDevice()) {
      Problems.requireReadable(place);
    }
    AVFormatContext context = avformat_alloc_context();
    interrupt.installIn(context);
    interrupt.restart();
    try (Dictionary options = new Dictionary(wanted.custom())) {
      if (!wanted.custom().containsKey("rtsp_transport")) {
        options.putIfMissing("rtsp_flags", "prefer_tcp");
      }
      if (place.kind() == Place.Kind.GLOB) {
        options.putIfMissing("pattern_type", "glob");
      }
      int opened = avformat_open_input(context, demuxer.url(), demuxer.format(), options.entries());
      require(opened, place, interrupt);
      Set<String> unread = options.left();
      unread.retainAll(wanted.custom().keySet());
      try {
        require(avformat_find_stream_info(context, (AVDictionary) null), place, interrupt);
        AVStream video = video(place, context);
        return new MediaInput(place, interrupt, context, video, demuxer.isDevice(), unread);
      } catch (RuntimeException failure) {
        avformat_close_input(context);
        throw failure;
      }
    }
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
    if (place.kind() == Place.Kind.GLOB && context.streams(index).codecpar().width() == 0) {
      // FFmpeg takes a pattern that nothing has for a name
      throw Problems.cannotOpen(
          place, "no picture has such a name, or the first one is none: check the folder");
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

  /** The options that neither demuxer nor protocol knows. */
  Set<String> unread() {
    return unread;
  }

  /** Whether it goes on meanwhile, and so may lose parts: a camera over http has no length. */
  boolean live() {
    return device
        || place.kind() == Place.Kind.LIVE
        || place.kind() == Place.Kind.DOWNLOAD && context.duration() <= 0;
  }

  /** Frames a second. */
  OptionalDouble rate() {
    AVRational rate = av_guess_frame_rate(context, video, null);
    return rate.num() > 0 && rate.den() > 0
        ? OptionalDouble.of((double) rate.num() / rate.den())
        : OptionalDouble.empty();
  }

  /** Its length in seconds. */
  OptionalDouble seconds() {
    return context.duration() > 0
        ? OptionalDouble.of((double) context.duration() / AV_TIME_BASE)
        : OptionalDouble.empty();
  }

  /** How many frames it has, as far as that is written in it. */
  OptionalLong frames() {
    return video.nb_frames() > 0 ? OptionalLong.of(video.nb_frames()) : OptionalLong.empty();
  }

  String format() {
    return context.iformat().name().getString();
  }

  /** What it says about itself. */
  Optional<String> tag(String name) {
    AVDictionaryEntry entry = av_dict_get(context.metadata(), name, null, 0);
    return Optional.ofNullable(entry).map(found -> found.value().getString());
  }

  /** When something is shown, in seconds from the beginning; empty if it does not say. */
  OptionalDouble seconds(long timestamp) {
    return timestamp == AV_NOPTS_VALUE
        ? OptionalDouble.empty()
        : OptionalDouble.of((timestamp - begin()) * secondsPerTick());
  }

  /** Goes to the last place at or before a time from which can be decoded; false if it cannot. */
  boolean seek(double seconds) {
    interrupt.resume();
    interrupt.restart();
    // the first packet comes before the time at which its picture is shown
    return seconds == 0 && seekTo(begin() - ticks(1)) || seekTo(begin() + ticks(seconds));
  }

  private boolean seekTo(long timestamp) {
    return av_seek_frame(context, video.index(), timestamp, AVSEEK_FLAG_BACKWARD) >= 0;
  }

  private long ticks(double seconds) {
    return Math.round(seconds / secondsPerTick());
  }

  private long begin() {
    return video.start_time() == AV_NOPTS_VALUE ? 0 : video.start_time();
  }

  private double secondsPerTick() {
    return (double) video.time_base().num() / video.time_base().den();
  }

  boolean cancelled() {
    return interrupt.cancelled();
  }

  /** A new picture is waited for, for the time limit; decoding it takes as long as it takes. */
  void awaitPicture() {
    interrupt.restart();
    interrupt.pause();
  }

  /** Whether there was one more packet of the video; false at the end, or after a cancel. */
  boolean read(AVPacket packet, long framesSoFar) {
    interrupt.resume();
    try {
      return next(packet, framesSoFar);
    } finally {
      interrupt.pause();
    }
  }

  private boolean next(AVPacket packet, long framesSoFar) {
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
