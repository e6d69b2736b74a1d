package io.framewire.source.opencv;

import io.framewire.error.ConfigurationException;
import io.framewire.opencv.OpenCv;
import io.framewire.spi.SourceRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_videoio;

/** The ways into the machine, under the names that OpenCV has for them. */
final class Backend {
  static final String OPTION = "backend";
  static final String ANY = "CAP_ANY";
  static final String FFMPEG = "CAP_FFMPEG";
  private static final String LINUX_CAMERAS = "CAP_V4L2";

  /** What stands after them in the description of how OpenCV was built says if they are there. */
  private static final Map<String, String> BUILT =
      Map.of(
          LINUX_CAMERAS,
          "v4l/v4l2:",
          "CAP_GSTREAMER",
          "GStreamer:",
          "CAP_DSHOW",
          "DirectShow:",
          "CAP_MSMF",
          "Media Foundation:",
          "CAP_AVFOUNDATION",
          "AVFoundation:",
          "CAP_DC1394",
          "DC1394:",
          "CAP_GPHOTO2",
          "gPhoto2:",
          "CAP_ARAVIS",
          "Aravis:");

  private Backend() {}

  /** The wanted one; {@code CAP_ANY} where none is. */
  static String of(SourceRequest request) {
    String name = request.options().getOrDefault(OPTION, ANY).strip().toUpperCase(Locale.ROOT);
    return name.isEmpty() || name.equals("0") ? ANY : name;
  }

  /** Whether FFmpeg is to open a camera: it, or a demuxer of its, is named. */
  static boolean isForFfmpeg(SourceRequest request) {
    return of(request).equals(FFMPEG)
        || of(request).equals(ANY) && new Settings(request).text("format").isPresent();
  }

  /** The number of one that this OpenCV has. */
  static int number(String name) {
    OpenCv.load();
    if (name.equals(ANY)) {
      return System.getProperty("os.name").startsWith("Linux")
          ? opencv_videoio.CAP_V4L2
          : opencv_videoio.CAP_ANY;
    }
    Set<String> available = available();
    if (!available.contains(name.equals("CAP_V4L") ? LINUX_CAMERAS : name)) {
      throw new ConfigurationException(
          "option backend is \""
              + name
              + "\", which this OpenCV does not have: there is "
              + ANY
              + ", "
              + FFMPEG
              + ", "
              + String.join(", ", available));
    }
    return Constants.of(opencv_videoio.class, name::equals).get(name);
  }

  private static Set<String> available() {
    String description = opencv_core.getBuildInformation().getString();
    Set<String> names = new TreeSet<>(Set.of("CAP_IMAGES", "CAP_OPENCV_MJPEG"));
    BUILT.forEach(
        (name, key) -> {
          boolean there =
              description
                  .lines()
                  .map(String::strip)
                  .anyMatch(
                      line ->
                          line.startsWith(key)
                              && line.substring(key.length()).strip().startsWith("YES"));
          if (there) {
            names.add(name);
          }
        });
    return names;
  }
}
