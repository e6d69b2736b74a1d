package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_NOFILE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;

import io.framewire.error.ConfigurationException;
import io.framewire.ffmpeg.Ffmpeg;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;

/** The part of FFmpeg that takes a place apart, and what it is told to open. */
final class Demuxer {
  private static final String LINUX_CAMERAS = "v4l2";
  private static final String PICTURES = "image2";

  private final AVInputFormat format;
  private final boolean device;
  private final String url;

  private Demuxer(AVInputFormat format, boolean device, String url) {
    this.format = format;
    this.device = device;
    this.url = url;
  }

  /** The one of that name; without a name FFmpeg finds it out. */
  static Demuxer of(Place place, Optional<String> name) {
    boolean camera = place.kind() == Place.Kind.CAMERA;
    boolean wild = place.kind() == Place.Kind.GLOB;
    if (name.isEmpty() && !camera && !wild) {
      return new Demuxer(null, false, place.url());
    }
    AVInputFormat format = find(name.orElse(wild ? PICTURES : LINUX_CAMERAS));
    boolean sequence = format.name().getString().startsWith(PICTURES);
    boolean device = !sequence && (format.flags() & AVFMT_NOFILE) != 0;
    String url = camera ? "/dev/video" + place.target() : place.location();
    return new Demuxer(format, device, device ? url : place.url());
  }

  private static AVInputFormat find(String name) {
    AVInputFormat format = av_find_input_format(name);
    if (format == null) {
      Ffmpeg.loadDevices();
      avdevice_register_all();
      format = av_find_input_format(name);
    }
    if (format == null) {
      throw new ConfigurationException(
          "option format is \""
              + name
              + "\", which is no demuxer of FFmpeg: use mpegts, h264 or mjpeg for instance");
    }
    return format;
  }

  /** It; null where FFmpeg is to find it out, as FFmpeg has it. */
  AVInputFormat format() {
    return format;
  }

  /** Whether it opens a device, which has a name of its own making, and no file. */
  boolean isDevice() {
    return device;
  }

  String url() {
    return url;
  }
}
