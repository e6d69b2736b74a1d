package io.framewire.file;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_d2q;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_inv_q;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.framewire.error.ConfigurationException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** Encodes pictures of one size as H.264 into a file. */
final class VideoEncoder implements AutoCloseable {
  /** OpenH264, which FFmpeg's build without GPL parts has. */
  private static final String CODEC = "libopenh264";

  private static final int LEAST_SIDE = 16;
  private static final String LARGEST_USUAL = "3840x2160";
  private static final double BITS_PER_PIXEL = 0.25;
  private static final long LEAST_BIT_RATE = 500_000;
  private static final int KEY_FRAME_SECONDS = 2;
  private static final int LARGEST_DENOMINATOR = 1_001_000;
  private static final int PLANES = 4;
  private static final double USUAL_FPS = 30;
  private static final double NANOS = 1e9;
  private static final int TICKS_PER_SECOND = 1000;

  private final VideoFile output;
  private final AVCodecContext context;
  private final AVRational timeBase;
  private final SwsContext scaler;
  private final AVFrame picture = av_frame_alloc();
  private final AVPacket packet = av_packet_alloc();
  private final PointerPointer<Pointer> planes = new PointerPointer<>(PLANES);
  private final IntPointer rowLengths = new IntPointer(PLANES);
  private final Picture size;
  private final boolean evenly;
  private final long usualTicks;
  private long lastTicks;
  private long ticks;
  private boolean begun;

  private VideoEncoder(
      VideoFile output, AVCodec codec, Picture size, Optional<Double> framesPerSecond) {
    this.output = output;
    this.context = avcodec_alloc_context3(codec);
    this.size = size;
    this.evenly = framesPerSecond.isPresent();
    double expected = framesPerSecond.orElse(USUAL_FPS);
    this.usualTicks = evenly ? 1 : Math.round(TICKS_PER_SECOND / USUAL_FPS);
    this.ticks = usualTicks;
    int width = even(size.width());
    int height = even(size.height());
    try (AVRational rate = av_d2q(expected, LARGEST_DENOMINATOR)) {
      this.timeBase = evenly ? av_inv_q(rate) : new AVRational().num(1).den(TICKS_PER_SECOND);
      describe(width, height, rate, expected);
    }
    this.scaler =
        sws_getContext(
            width,
            height,
            size.grey() ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_BGR24,
            width,
            height,
            AV_PIX_FMT_YUV420P,
            SWS_BICUBIC,
            null,
            null,
            (DoublePointer) null);
  }

  /** Without a rate the frames come with times, and the encoder expects 30 a second. */
  static VideoEncoder open(Path file, Picture size, Optional<Double> framesPerSecond) {
    AVCodec codec = avcodec_find_encoder_by_name(CODEC);
    if (codec == null) {
      throw new ConfigurationException(
          "this build of FFmpeg has no " + CODEC + " to write H.264 with: use org.bytedeco:ffmpeg");
    }
    if (even(size.width()) < LEAST_SIDE || even(size.height()) < LEAST_SIDE) {
      throw new ConfigurationException(
          "a video of " + size + " is not possible: use 16x16 pixels or more");
    }
    VideoEncoder encoder = new VideoEncoder(VideoFile.of(file), codec, size, framesPerSecond);
    try {
      encoder.start(codec);
      return encoder;
    } catch (RuntimeException failure) {
      encoder.close();
      throw failure;
    }
  }

  private static int even(int side) {
    return side & ~1;
  }

  private void start(AVCodec codec) {
    int opened = avcodec_open2(context, codec, (AVDictionary) null);
    if (opened < 0 || scaler == null) {
      throw new ConfigurationException(
          "a video of "
              + size
              + " is not possible, "
              + CODEC
              + " refuses it: use "
              + LARGEST_USUAL
              + " pixels or fewer");
    }
    picture.width(context.width()).height(context.height()).format(AV_PIX_FMT_YUV420P);
    output.require(av_frame_get_buffer(picture, 0));
  }

  /** Writes the beginning of the file. */
  void begin() {
    output.begin(context, evenly);
  }

  private void describe(int width, int height, AVRational rate, double framesPerSecond) {
    context.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P);
    context.time_base(timeBase).framerate(rate);
    context.bit_rate(
        Math.max(LEAST_BIT_RATE, Math.round(BITS_PER_PIXEL * width * height * framesPerSecond)));
    context.gop_size((int) Math.ceil(KEY_FRAME_SECONDS * framesPerSecond));
    context.colorspace(AVCOL_SPC_SMPTE170M).color_range(AVCOL_RANGE_MPEG);
    if (output.wantsGlobalHeader()) {
      context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
  }

  /** The next frame of a file with a rate. */
  void encode(ByteBuffer pixels) {
    encode(pixels, begun ? lastTicks + 1 : 0);
  }

  /** A frame with its time; each lasts as long as the one before did, until the next one comes. */
  void encode(ByteBuffer pixels, Duration at) {
    long tick = Math.round(at.toNanos() / NANOS * TICKS_PER_SECOND);
    encode(pixels, begun ? Math.max(lastTicks + 1, tick) : tick);
  }

  private void encode(ByteBuffer pixels, long tick) {
    output.require(av_frame_make_writable(picture));
    try (BytePointer source = new BytePointer(pixels)) {
      planes.put(0, source);
      rowLengths.put(0, size.rowBytes());
      output.require(
          sws_scale(
              scaler, planes, rowLengths, 0, picture.height(), picture.data(), picture.linesize()));
    }
    picture.pts(tick);
    ticks = begun ? tick - lastTicks : usualTicks;
    lastTicks = tick;
    begun = true;
    output.require(avcodec_send_frame(context, picture));
    writeWhatIsReady();
  }

  /** Writes the frames that the encoder still holds, and the file's end. */
  void finish() {
    output.require(avcodec_send_frame(context, null));
    writeWhatIsReady();
    output.end();
  }

  private void writeWhatIsReady() {
    int result = avcodec_receive_packet(context, packet);
    while (result >= 0) {
      packet.duration(ticks);
      output.add(packet, timeBase);
      av_packet_unref(packet);
      result = avcodec_receive_packet(context, packet);
    }
    if (result != AVERROR_EAGAIN() && result != AVERROR_EOF) {
      output.require(result);
    }
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    av_frame_free(picture);
    av_packet_free(packet);
    avcodec_free_context(context);
    planes.close();
    rowLengths.close();
    timeBase.close();
    output.close();
  }
}
