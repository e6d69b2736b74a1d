package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_ANSI;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;

import io.framewire.error.ConfigurationException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/** Finds FFmpeg's decoder for a video. */
final class Codecs {
  private Codecs() {}

  /** The one that is wanted, or FFmpeg's own choice. */
  static AVCodec decoder(Place place, AVCodecParameters video, Optional<String> wanted) {
    if (video.codec_id() == AV_CODEC_ID_ANSI) {
      throw Problems.cannotOpen(place, AVERROR_INVALIDDATA);
    }
    AVCodec codec =
        wanted.isPresent() ? named(video, wanted.get()) : avcodec_find_decoder(video.codec_id());
    if (codec == null) {
      throw Problems.cannotOpen(place, AVERROR_DECODER_NOT_FOUND);
    }
    return codec;
  }

  private static AVCodec named(AVCodecParameters video, String wanted) {
    AVCodec codec = avcodec_find_decoder_by_name(wanted);
    if (codec == null || codec.id() != video.codec_id()) {
      throw new ConfigurationException(
          "option decoder is \""
              + wanted
              + "\", which "
              + (codec == null ? "this FFmpeg does not have" : "does not decode this video")
              + ": the video is "
              + name(video)
              + "; leave the option out for FFmpeg's own choice");
    }
    return codec;
  }

  static String name(AVCodecParameters video) {
    return avcodec_get_name(video.codec_id()).getString();
  }
}
