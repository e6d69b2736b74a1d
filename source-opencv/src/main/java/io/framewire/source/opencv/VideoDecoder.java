package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_SLICE;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.avutil.AVFrame.FF_DECODE_ERROR_MISSING_REFERENCE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_HWACCEL;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_transfer_data;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.framewire.error.ConfigurationException;
import io.framewire.ffmpeg.Ffmpeg;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Turns a media input's packets into pictures, one after another. Used by one thread. */
final class VideoDecoder implements AutoCloseable {
  /** A stream that is joined in its middle has nothing to show before its next key frame. */
  private static final int FAILURES_IN_A_ROW = 512;

  private static final int PACKETS_BEFORE_A_JOINT = 2;

  private final Place place;
  private final MediaInput input;
  private final Damage policy;
  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame picture = av_frame_alloc();
  private final AVFrame fromDevice = av_frame_alloc();
  private final Optional<Hardware> hardware;
  private boolean inMemory;
  private boolean started;
  private boolean wound;
  private int packetsToJoint;
  private long frames;
  private int failures;
  private volatile long damaged;

  private VideoDecoder(
      Place place,
      MediaInput input,
      Damage policy,
      AVCodecContext context,
      Optional<Hardware> hardware) {
    this.place = place;
    this.input = input;
    this.policy = policy;
    this.context = context;
    this.hardware = hardware;
  }

  static VideoDecoder open(Place place, MediaInput input, FfmpegOptions options) {
    Damage policy = options.damage(input.live());
    AVCodec codec = Codecs.decoder(place, input.video().codecpar(), options.decoder());
    Optional<Hardware> hardware = Hardware.open(place, options.hwaccel(), codec);
    VideoDecoder decoder =
        new VideoDecoder(place, input, policy, avcodec_alloc_context3(codec), hardware);
    try (Dictionary custom = new Dictionary(options.custom())) {
      decoder.start(codec, options.threads(), custom);
      return decoder;
    } catch (RuntimeException failure) {
      decoder.close();
      throw failure;
    }
  }

  private void start(AVCodec codec, int threads, Dictionary custom) {
    avcodec_parameters_to_context(context, input.video().codecpar());
    context.thread_count(threads);
    if (input.live()) {
      // threads that take a frame each hold back as many frames
      context.thread_type(FF_THREAD_SLICE);
    }
    hardware.ifPresent(found -> context.hw_device_ctx(av_buffer_ref(found.device())));
    int opened = avcodec_open2(context, codec, custom.entries());
    if (opened < 0) {
      throw Problems.cannotOpen(place, opened);
    }
    requireRead(input.unread(), custom.left());
  }

  private void requireRead(Set<String> unreadByInput, Set<String> unread) {
    unread.retainAll(unreadByInput);
    if (!unread.isEmpty()) {
      throw new ConfigurationException(
          "source "
              + place
              + " has no use for the option ffmpeg."
              + String.join(", ffmpeg.", unread)
              + ": neither its protocol, nor its demuxer, nor its decoder knows it; see ffmpeg"
              + " -h full");
    }
  }

  /** Decodes the next picture; false at the end. */
  boolean next() {
    input.awaitPicture();
    while (true) {
      int result = avcodec_receive_frame(context, picture);
      if (result >= 0) {
        if (isToBeGiven()) {
          fetch();
          frames++;
          started = true;
          return true;
        }
      } else if (result == AVERROR_EOF) {
        requireAnyFrame();
        return false;
      } else if (result == AVERROR_EAGAIN()) {
        feed();
      } else {
        failed(Ffmpeg.words(result));
      }
    }
  }

  /** The picture that {@link #next} decoded; the next call reuses it. */
  AVFrame picture() {
    return inMemory ? fromDevice : picture;
  }

  /** Its time in seconds from the beginning. */
  double seconds(double framesPerSecond) {
    return input.seconds(picture.best_effort_timestamp()).orElse((frames - 1) / framesPerSecond);
  }

  /** Forgets everything, because the input goes on somewhere else. */
  void flush() {
    avcodec_flush_buffers(context);
    started = false;
    wound = true;
    packetsToJoint = 0;
    failures = 0;
  }

  /** How many frames arrived or were decoded only in part. Any thread may ask. */
  long damaged() {
    return damaged;
  }

  /** What decodes: the processor's decoder, with the device that helps it. */
  String name() {
    return context.codec().name().getString() + hardware.map(device -> " on " + device).orElse("");
  }

  private void feed() {
    if (!input.read(packet, frames)) {
      avcodec_send_packet(context, null);
      return;
    }
    if (isGapFor(packet.flags())) {
      failed("a part of it is missing");
    }
    int result = avcodec_send_packet(context, packet);
    if (result < 0 && result != AVERROR_EAGAIN()) {
      failed(Ffmpeg.words(result));
    }
  }

  /**
   * Whether something is missing, as FFmpeg also thinks shortly before the key frame where another
   * recording was joined on.
   */
  private boolean isGapFor(int flags) {
    if ((flags & AV_PKT_FLAG_KEY) != 0) {
      packetsToJoint = 0;
    } else if (packetsToJoint > 0) {
      packetsToJoint--;
      return packetsToJoint == 0;
    }
    if ((flags & AV_PKT_FLAG_CORRUPT) != 0) {
      packetsToJoint = PACKETS_BEFORE_A_JOINT;
    }
    return false;
  }

  private boolean isToBeGiven() {
    int errors = picture.decode_error_flags() & ~FF_DECODE_ERROR_MISSING_REFERENCE;
    if (errors != 0 || (picture.flags() & AV_FRAME_FLAG_CORRUPT) != 0) {
      failed("a frame could be decoded only in part");
      return policy == Damage.SHOW;
    }
    failures = 0;
    return true;
  }

  private void failed(String cause) {
    failures++;
    if (started) {
      damaged++;
    }
    if (started && policy == Damage.ERROR || failures > FAILURES_IN_A_ROW) {
      throw Problems.corrupt(place, frames, cause);
    }
  }

  /** Gets the picture out of a device's memory. */
  private void fetch() {
    inMemory =
        hardware.isPresent()
            && (av_pix_fmt_desc_get(picture.format()).flags() & AV_PIX_FMT_FLAG_HWACCEL) != 0;
    if (inMemory) {
      av_frame_unref(fromDevice);
      int result = av_hwframe_transfer_data(fromDevice, picture, 0);
      if (result < 0) {
        throw Problems.corrupt(place, frames, Ffmpeg.words(result));
      }
      av_frame_copy_props(fromDevice, picture);
    }
  }

  private void requireAnyFrame() {
    if (frames == 0 && !wound && !input.cancelled()) {
      throw Problems.holdsNothing(place);
    }
  }

  @Override
  public void close() {
    av_frame_free(picture);
    av_frame_free(fromDevice);
    av_packet_free(packet);
    avcodec_free_context(context);
    hardware.ifPresent(Hardware::close);
  }
}
