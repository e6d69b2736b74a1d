package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_SLICE;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.avutil.AVFrame.FF_DECODE_ERROR_MISSING_REFERENCE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_ANSI;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.framewire.ffmpeg.Ffmpeg;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Turns a media input's packets into pictures, one after another. Used by one thread. */
final class VideoDecoder implements AutoCloseable {
  /** A stream that is joined in its middle has nothing to show before its next key frame. */
  private static final int FAILURES_IN_A_ROW = 512;

  private final Place place;
  private final MediaInput input;
  private final AVCodecContext context;
  private final AVPacket packet;
  private final AVFrame picture;
  private long frames;
  private int failures;

  VideoDecoder(Place place, MediaInput input, int threads) {
    this.place = place;
    this.input = input;
    AVCodecParameters parameters = input.video().codecpar();
    if (parameters.codec_id() == AV_CODEC_ID_ANSI) {
      throw Problems.cannotOpen(place, AVERROR_INVALIDDATA);
    }
    AVCodec codec = avcodec_find_decoder(parameters.codec_id());
    if (codec == null) {
      throw Problems.cannotOpen(place, AVERROR_DECODER_NOT_FOUND);
    }
    this.packet = av_packet_alloc();
    this.picture = av_frame_alloc();
    this.context = avcodec_alloc_context3(codec);
    avcodec_parameters_to_context(context, parameters);
    context.thread_count(threads);
    if (input.live()) {
      // threads that take a frame each hold back as many frames
      context.thread_type(FF_THREAD_SLICE);
    }
    int opened = avcodec_open2(context, codec, (AVDictionary) null);
    if (opened < 0) {
      close();
      throw Problems.cannotOpen(place, opened);
    }
  }

  /** Decodes the next picture; false at the end. */
  boolean next() {
    while (true) {
      int result = avcodec_receive_frame(context, picture);
      if (result >= 0) {
        requireIntact();
        frames++;
        return true;
      }
      if (result == AVERROR_EOF) {
        requireAnyFrame();
        return false;
      }
      if (result == AVERROR_EAGAIN()) {
        feed();
      } else {
        failed(Ffmpeg.words(result));
      }
    }
  }

  /** The picture that {@link #next} decoded; the next call reuses it. */
  AVFrame picture() {
    return picture;
  }

  private void feed() {
    if (!input.read(packet, frames)) {
      avcodec_send_packet(context, null);
      return;
    }
    if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
      failed("a part of it is missing");
    }
    int result = avcodec_send_packet(context, packet);
    if (result < 0 && result != AVERROR_EAGAIN()) {
      failed(Ffmpeg.words(result));
    }
  }

  private void requireIntact() {
    int errors = picture.decode_error_flags() & ~FF_DECODE_ERROR_MISSING_REFERENCE;
    if (errors != 0 || (picture.flags() & AV_FRAME_FLAG_CORRUPT) != 0) {
      failed("a frame could be decoded only in part");
    } else {
      failures = 0;
    }
  }

  private void failed(String cause) {
    failures++;
    boolean started = frames > 0;
    boolean mayLoseParts = input.live() || !started;
    if (!mayLoseParts || failures > FAILURES_IN_A_ROW) {
      throw Problems.corrupt(place, frames, cause);
    }
  }

  private void requireAnyFrame() {
    if (frames == 0 && !input.cancelled()) {
      throw Problems.holdsNothing(place);
    }
  }

  @Override
  public void close() {
    av_frame_free(picture);
    av_packet_free(packet);
    avcodec_free_context(context);
  }
}
