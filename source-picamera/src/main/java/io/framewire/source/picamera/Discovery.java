package io.framewire.source.picamera;

import io.framewire.error.SourceException;
import io.framewire.source.picamera.PiCamera.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cameras there are, or why there are none, in words. */
final class Discovery {
  private Discovery() {}

  static List<String> lines(Tool tool, Optional<String> board, List<Path> usbCameras) {
    List<String> lines = new ArrayList<>();
    board.ifPresent(model -> lines.add("this is a " + model));
    try {
      List<PiCamera> cameras = CameraList.of(tool);
      if (cameras.isEmpty()) {
        lines.add(tool + " finds no camera: " + reason(board));
      }
      cameras.forEach(camera -> lines.add(line(camera)));
    } catch (SourceException failure) {
      lines.add("cameras cannot be listed: " + failure.getMessage());
    }
    for (Path device : usbCameras) {
      lines.add(device + " is a USB camera: open it as " + device + ", not as a picamera");
    }
    return lines;
  }

  private static String reason(Optional<String> board) {
    return board.isPresent()
        ? "check its cable, and camera_auto_detect=1 in /boot/firmware/config.txt, and restart"
        : "this is no Raspberry Pi";
  }

  private static String line(PiCamera camera) {
    String modes = camera.modes().stream().map(Discovery::words).collect(Collectors.joining(", "));
    return "picamera:"
        + camera.index()
        + " "
        + camera.sensor()
        + (camera.properties().isEmpty() ? "" : " " + camera.properties())
        + (modes.isEmpty() ? "" : ": " + modes);
  }

  private static String words(Mode mode) {
    String size = mode.width() + "x" + mode.height() + " " + mode.format();
    return Double.isNaN(mode.fps()) ? size : size + " at " + Checks.word(mode.fps()) + " fps";
  }
}
