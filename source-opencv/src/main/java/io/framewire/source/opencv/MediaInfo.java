package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.framewire.spi.SourceInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.javacpp.BytePointer;

/** Says what FFmpeg knows about a video. */
final class MediaInfo {
  private MediaInfo() {}

  static SourceInfo of(MediaInput input, VideoDecoder decoder, PixelConverter converter) {
    AVCodecParameters video = input.video().codecpar();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(Backend.OPTION, "FFMPEG");
    facts.put("format", input.format());
    facts.put("codec", Codecs.name(video));
    facts.put("decoder", decoder.name());
    BytePointer pixels = av_get_pix_fmt_name(video.format());
    Optional.ofNullable(pixels).ifPresent(name -> facts.put("pixel_format", name.getString()));
    facts.put("frame_format", converter.target().name());
    input.seconds().ifPresent(seconds -> facts.put("duration_seconds", String.valueOf(seconds)));
    input.frames().ifPresent(frames -> facts.put("frames", String.valueOf(frames)));
    input.tag("title").ifPresent(title -> facts.put("title", title));
    int width = converter.swapsSides() ? video.height() : video.width();
    int height = converter.swapsSides() ? video.width() : video.height();
    return new SourceInfo(size(width), size(height), input.rate(), facts, input.live());
  }

  private static OptionalInt size(int pixels) {
    return pixels > 0 ? OptionalInt.of(pixels) : OptionalInt.empty();
  }
}
