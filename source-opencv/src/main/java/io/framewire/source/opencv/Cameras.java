package io.framewire.source.opencv;

import io.framewire.error.SourceException;
import io.framewire.opencv.OpenCv;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens cameras by number, {@code /dev/videoN} on Linux. */
final class Cameras {
  private static final Logger LOG = LoggerFactory.getLogger(Cameras.class);
  private static final Path DEVICES = Path.of("/dev");
  private static final int LARGEST_SIDE = 65_535;
  private static final int MOST_FPS = 10_000;

  private Cameras() {}

  static Capture open(Place place, Settings settings) {
    Optional<Integer> width = settings.whole("width", 1, LARGEST_SIDE);
    Optional<Integer> height = settings.whole("height", 1, LARGEST_SIDE);
    Optional<Double> fps = settings.number("fps", 1, MOST_FPS);
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    if (linux) {
      requireDevice(place, DEVICES);
    }
    OpenCv.load();
    return Capture.open(
        place,
        settings.timeout(),
        () -> {
          VideoCapture capture =
              new VideoCapture(
                  Integer.parseInt(place.target()),
                  linux ? opencv_videoio.CAP_V4L2 : opencv_videoio.CAP_ANY);
          set(place, capture, opencv_videoio.CAP_PROP_FRAME_WIDTH, "width", width);
          set(place, capture, opencv_videoio.CAP_PROP_FRAME_HEIGHT, "height", height);
          set(place, capture, opencv_videoio.CAP_PROP_FPS, "fps", fps);
          return capture;
        });
  }

  /** OpenCV would only log that there is none. */
  static void requireDevice(Place place, Path devices) {
    Path device = devices.resolve("video" + place.target());
    if (!Files.exists(device)) {
      List<String> present = present(devices);
      throw noSuchCamera(
          place,
          device
              + " does not exist"
              + (present.isEmpty() ? "; plug one in" : "; there is " + String.join(", ", present)));
    }
    if (!Files.isReadable(device) || !Files.isWritable(device)) {
      throw Problems.cannotOpen(
          place, "permission denied: add this user to the group of " + device + ", often video");
    }
  }

  private static SourceException noSuchCamera(Place place, String words) {
    return Problems.cannotOpen(place, "no such camera: " + words);
  }

  private static List<String> present(Path devices) {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> cameras = Files.newDirectoryStream(devices, "video[0-9]*")) {
      cameras.forEach(camera -> found.add(camera.toString()));
    } catch (IOException unreadable) {
      LOG.debug("cannot list {}", devices, unreadable);
    }
    found.sort(null);
    return found;
  }

  private static void set(
      Place place,
      VideoCapture capture,
      int property,
      String name,
      Optional<? extends Number> asked) {
    if (asked.isEmpty() || !capture.isOpened()) {
      return;
    }
    double wanted = asked.get().doubleValue();
    capture.set(property, wanted);
    double given = capture.get(property);
    if (given != wanted) {
      LOG.warn("camera {} gives {} {}, not the {} asked for", place, name, given, wanted);
    }
  }
}
