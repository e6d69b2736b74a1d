package io.framewire.source.picamera;

import io.framewire.error.SourceException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Says what is wrong with a camera, and what to do, in one line. */
final class Problems {
  private static final double MILLIS = 1000;
  private static final int QUOTED_LINES = 5;
  private static final String CABLE =
      "check that its cable sits at both ends, contacts towards the contacts, and start again";

  private Problems() {}

  static SourceException didNotStart(int camera, SourceException cause) {
    return new SourceException(
        "camera " + camera + " failed to initialise: " + cause.getMessage(), cause);
  }

  static SourceException silent(int camera, Duration silence, CameraProcess from) {
    return unplugged(camera, "no frame came for " + silence.toMillis() / MILLIS + " s", from);
  }

  static SourceException unplugged(int camera, String sign, CameraProcess from) {
    return new SourceException(
        "camera " + camera + " was unplugged or froze: " + sign + "; " + CABLE + quoted(from));
  }

  static SourceException otherSize(int camera, ToolLog.Size wanted, ToolLog.Size given) {
    return new SourceException(
        "camera "
            + camera
            + " gives frames of "
            + given
            + ", not the "
            + wanted
            + " asked for: ask for what it gives, or set the option auto_align_output_size");
  }

  static SourceException noPicture(int camera, CameraSettings settings, long bytes) {
    return new SourceException(
        "camera "
            + camera
            + " wrote "
            + bytes
            + " bytes for a frame of "
            + settings.width()
            + "x"
            + settings.height()
            + ", which is no YUV420 picture: try a width that is a multiple of 128, and report it");
  }

  /** Of a tool that ended by itself. */
  static SourceException ended(
      int camera, CameraProcess from, OptionalInt exitStatus, int begun, int bytes) {
    String known = known(camera, from.log().lastLines());
    if (!known.isEmpty()) {
      return new SourceException(known + quoted(from));
    }
    String status =
        exitStatus.isPresent()
            ? " ended with exit status " + exitStatus.getAsInt()
            : " closed its output";
    String torn =
        begun == 0 ? "" : " in the middle of a frame, after " + begun + " of " + bytes + " bytes";
    return new SourceException(
        "camera "
            + camera
            + " stopped: "
            + from.tool()
            + status
            + torn
            + "; run it by hand to see more"
            + quoted(from));
  }

  static SourceException cannotList(CameraProcess from, OptionalInt exitStatus) {
    String known = known(0, from.log().lastLines());
    String status =
        exitStatus.isPresent()
            ? from.tool() + " ended with exit status " + exitStatus.getAsInt()
            : from.tool() + " does not end";
    return new SourceException((known.isEmpty() ? status : known) + quoted(from));
  }

  private static String known(int camera, List<String> lines) {
    String said = String.join("\n", lines).toLowerCase(Locale.ROOT);
    boolean busy =
        said.contains("failed to acquire camera")
            || said.contains("in use by another process")
            || said.contains("device or resource busy");
    if (busy) {
      return "camera "
          + camera
          + " is held by another program: stop that one, \"fuser -v /dev/media*\" shows it";
    }
    if (said.contains("no cameras available")) {
      return "there is no camera: check its cable, then \"framewire sources\"" + usb();
    }
    if (said.contains("selected camera is not available")) {
      return "there is no camera " + camera + ": \"framewire sources\" lists those found" + usb();
    }
    if (said.contains("unrecognised option")) {
      return "this camera tool is too old for an option: update it with apt, or leave it out";
    }
    return "";
  }

  private static String usb() {
    return UsbCameras.hint(UsbCameras.find());
  }

  private static String quoted(CameraProcess from) {
    List<String> lines = from.log().lastLines();
    if (lines.isEmpty()) {
      return " (" + from.tool() + " said nothing)";
    }
    List<String> last = lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size());
    return " (" + from.tool() + " said: " + String.join(" | ", last) + ")";
  }
}
