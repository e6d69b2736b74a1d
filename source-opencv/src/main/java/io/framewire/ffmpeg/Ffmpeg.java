package io.framewire.ffmpeg;

import io.framewire.error.ConfigurationException;
import io.framewire.opencv.NativeCode;
import io.framewire.spi.Support;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;

/** FFmpeg's native code. */
public final class Ffmpeg {
  private static final NativeCode NATIVE =
      NativeCode.of(
          "FFmpeg",
          List.of("javacpp/jnijavacpp", "ffmpeg/jniavformat"),
          List.of(avutil.class, avcodec.class, avformat.class, swscale.class));
  private static final NativeCode DEVICES =
      NativeCode.of("FFmpeg", List.of("ffmpeg/jniavdevice"), List.of(avdevice.class));
  private static final int WORDS_LENGTH = 128;

  private Ffmpeg() {}

  /**
   * Whether FFmpeg's native code for this platform is there, without loading it.
   *
   * @return yes, or no with what to add
   */
  public static Support available() {
    return NATIVE.available();
  }

  /**
   * Loads FFmpeg, unless that was done already, and keeps it from writing to standard error; a log
   * level that the program chose itself stays.
   *
   * @throws ConfigurationException if the native code is missing or does not load
   */
  public static void load() {
    NATIVE.load();
    if (avutil.av_log_get_level() == avutil.AV_LOG_INFO) {
      avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }
  }

  /**
   * Loads what FFmpeg opens devices with, unless that was done already; only few programs need it.
   *
   * @throws ConfigurationException if the native code is missing or does not load
   */
  public static void loadDevices() {
    load();
    DEVICES.load();
  }

  /**
   * FFmpeg's words for an error.
   *
   * @param code a negative number that a function of FFmpeg returned
   * @return a few words that begin in lower case
   */
  public static String words(int code) {
    byte[] text = new byte[WORDS_LENGTH];
    avutil.av_strerror(code, text, text.length);
    int length = 0;
    while (text[length] != 0) {
      length++;
    }
    String words = new String(text, 0, length, StandardCharsets.UTF_8);
    return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
