package io.framewire.source.opencv;

import io.framewire.error.SourceException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens cameras by number, {@code /dev/videoN} on Linux, and files, through OpenCV. */
final class Cameras {
  private static final Logger LOG = LoggerFactory.getLogger(Cameras.class);
  private static final Path DEVICES = Path.of("/dev");

  private Cameras() {}

  static Capture open(Place place, Settings settings, String backend) {
    int number = Backend.number(backend);
    CaptureProperties properties = CaptureProperties.of(settings);
    Optional<ColorSpace> colorSpace =
        settings.text(FfmpegOptions.COLOR_SPACE).flatMap(ColorSpace::of);
    boolean camera = place.kind() == Place.Kind.CAMERA;
    if (camera) {
      requireDevice(place);
    } else {
      Problems.requireReadable(place);
    }
    return Capture.open(
        place,
        settings.timeout(),
        colorSpace,
        properties,
        () ->
            camera
                ? new VideoCapture(Integer.parseInt(place.target()), number)
                : new VideoCapture(place.target(), number));
  }

  /** On Linux, where a camera is a file, says what is wrong with it. */
  static void requireDevice(Place place) {
    if (System.getProperty("os.name").startsWith("Linux")) {
      requireDevice(place, DEVICES);
    }
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
}
