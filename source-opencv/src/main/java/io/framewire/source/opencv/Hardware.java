package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_hw_config;
import static org.bytedeco.ffmpeg.global.avutil.AV_HWDEVICE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_ctx_create;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_find_type_by_name;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_get_type_name;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_iterate_types;

import io.framewire.error.ConfigurationException;
import io.framewire.ffmpeg.Ffmpeg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecHWConfig;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A device that decodes in the processor's place. Used by one thread. */
final class Hardware implements AutoCloseable {
  static final String NONE = "none";
  static final String AUTO = "auto";
  private static final Logger LOG = LoggerFactory.getLogger(Hardware.class);

  private final String name;
  private final AVBufferRef device;

  private Hardware(String name, AVBufferRef device) {
    this.name = name;
    this.device = device;
  }

  /** Opens the one that is wanted; empty for none, or where {@code auto} finds none. */
  static Optional<Hardware> open(Place place, String wanted, AVCodec codec) {
    if (wanted.equals(NONE)) {
      return Optional.empty();
    }
    return wanted.equals(AUTO) ? any(place, codec) : Optional.of(named(place, wanted, codec));
  }

  private static Optional<Hardware> any(Place place, AVCodec codec) {
    for (int type : typesFor(codec)) {
      AVBufferRef device = new AVBufferRef(null);
      if (av_hwdevice_ctx_create(device, type, (String) null, (AVDictionary) null, 0) >= 0) {
        return Optional.of(new Hardware(name(type), device));
      }
    }
    LOG.info("no hardware here decodes {}: the processor does", place);
    return Optional.empty();
  }

  private static Hardware named(Place place, String wanted, AVCodec codec) {
    int type = av_hwdevice_find_type_by_name(wanted);
    if (type == AV_HWDEVICE_TYPE_NONE) {
      throw new ConfigurationException(
          "option hwaccel is \""
              + wanted
              + "\", which this FFmpeg does not know: use auto, none, "
              + String.join(", ", known()));
    }
    List<String> fitting = typesFor(codec).stream().map(Hardware::name).toList();
    if (!fitting.contains(wanted)) {
      throw Problems.cannotOpen(
          place,
          wanted
              + " does not decode "
              + codec.name().getString()
              + (fitting.isEmpty() ? "" : ", but " + String.join(", ", fitting) + " may")
              + ": use hwaccel auto or none");
    }
    AVBufferRef device = new AVBufferRef(null);
    int made = av_hwdevice_ctx_create(device, type, (String) null, (AVDictionary) null, 0);
    if (made < 0) {
      throw Problems.cannotOpen(
          place,
          "this machine has no "
              + wanted
              + " device or driver ("
              + Ffmpeg.words(made)
              + "): use hwaccel auto or none");
    }
    return new Hardware(wanted, device);
  }

  private static List<String> known() {
    List<String> names = new ArrayList<>();
    for (int type = av_hwdevice_iterate_types(AV_HWDEVICE_TYPE_NONE);
        type != AV_HWDEVICE_TYPE_NONE;
        type = av_hwdevice_iterate_types(type)) {
      names.add(name(type));
    }
    return names;
  }

  /** The kinds of device that FFmpeg can have decode this. */
  private static List<Integer> typesFor(AVCodec codec) {
    List<Integer> types = new ArrayList<>();
    for (int index = 0; ; index++) {
      AVCodecHWConfig config = avcodec_get_hw_config(codec, index);
      if (config == null) {
        return types;
      }
      if ((config.methods() & AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX) != 0) {
        types.add(config.device_type());
      }
    }
  }

  private static String name(int type) {
    return av_hwdevice_get_type_name(type).getString();
  }

  AVBufferRef device() {
    return device;
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public void close() {
    av_buffer_unref(device);
  }
}
