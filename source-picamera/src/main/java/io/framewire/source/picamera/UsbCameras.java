package io.framewire.source.picamera;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** USB cameras, which the camera tool leaves out. */
final class UsbCameras {
  private static final Logger LOG = LoggerFactory.getLogger(UsbCameras.class);
  private static final Path VIDEO_DEVICES = Path.of("/sys/class/video4linux");
  private static final String ROAD = "framewire-source-opencv";

  private UsbCameras() {}

  static List<Path> find() {
    return find(VIDEO_DEVICES);
  }

  /** By what the system's folder of video devices links to. */
  static List<Path> find(Path videoDevices) {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(videoDevices)) {
      return found;
    }
    try (DirectoryStream<Path> devices = Files.newDirectoryStream(videoDevices, "video*")) {
      for (Path device : devices) {
        if (device.toRealPath().toString().contains("/usb")) {
          found.add(Path.of("/dev").resolve(device.getFileName().toString()));
        }
      }
    } catch (IOException unreadable) {
      LOG.debug("cannot look for USB cameras", unreadable);
    }
    found.sort(null);
    return found;
  }

  /** What to do about one, to follow an error. */
  static String hint(List<Path> found) {
    return found.isEmpty()
        ? "; a USB camera is no picamera, open it as 0 or /dev/video0 with " + ROAD
        : "; the USB camera here is no picamera, open it as " + found.get(0) + " with " + ROAD;
  }
}
