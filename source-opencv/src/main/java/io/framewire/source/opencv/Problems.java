package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_PROTOCOL_NOT_FOUND;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_ENOENT;

import io.framewire.error.SourceException;
import io.framewire.ffmpeg.Ffmpeg;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Says what is wrong with a file or stream, and what to do, in one line. */
final class Problems {
  private static final double MILLIS = 1000;

  private Problems() {}

  /** Refuses what can be seen without FFmpeg to be no readable file. */
  static void requireReadable(Place place) {
    if (place.kind() != Place.Kind.FILE) {
      return;
    }
    Path path = path(place);
    if (!Files.exists(path)) {
      throw cannotOpen(place, "no such file");
    }
    if (Files.isDirectory(path)) {
      throw cannotOpen(
          place, "it is a directory: name a file in it, or a sequence such as img_%03d.png");
    }
    if (!Files.isReadable(path)) {
      throw cannotOpen(place, "permission denied: let this user read it");
    }
    if (Files.isRegularFile(path) && path.toFile().length() == 0) {
      throw cannotOpen(place, "it is empty");
    }
  }

  static SourceException cannotOpen(Place place, String cause) {
    return new SourceException("cannot open " + place + ": " + cause);
  }

  static SourceException cannotOpen(Place place, int code) {
    return cannotOpen(place, cause(place, code));
  }

  static SourceException sentNothing(Place place, Interrupt interrupt) {
    return new SourceException(
        place
            + " delivered nothing for "
            + interrupt.limit().toMillis() / MILLIS
            + " s: check that it is being sent, or raise the option timeout");
  }

  static SourceException holdsNothing(Place place) {
    return new SourceException(
        place + " has no frame that can be decoded: it is no video, or is cut off" + remedy(place));
  }

  static SourceException brokeOff(Place place, long frames, String cause) {
    return new SourceException(
        place + " broke off after " + frames + " frames: " + cause + remedy(place));
  }

  static SourceException corrupt(Place place, long frames, String cause) {
    return new SourceException(
        place + " is corrupt after frame " + frames + ": " + cause + remedy(place));
  }

  private static String remedy(Place place) {
    return place.isPath() ? "; get the file anew" : "; check the connection and the sender";
  }

  private static String cause(Place place, int code) {
    if (code == AVERROR_INVALIDDATA) {
      return place.isPath()
          ? "it is no video or picture that FFmpeg can read, or it is cut off"
          : "what it sends is no video that FFmpeg can read";
    }
    if (code == AVERROR_DECODER_NOT_FOUND) {
      return "this build of FFmpeg has no decoder for it: convert it to H.264";
    }
    if (code == AVERROR_PROTOCOL_NOT_FOUND) {
      return "this build of FFmpeg does not speak that protocol: use http, rtsp, udp or tcp";
    }
    if (place.kind() == Place.Kind.SEQUENCE && code == AVERROR_ENOENT()) {
      return "no such file: the numbers of a sequence begin at 0 to 4 and have no gaps";
    }
    if (!place.isPath() && code == AVERROR_EIO()) {
      return "the host is unknown, or closed the connection: check the address";
    }
    return Ffmpeg.words(code) + (place.isPath() ? "" : ": check the address, and that it is up");
  }

  private static Path path(Place place) {
    try {
      return Path.of(place.target());
    } catch (InvalidPathException impossible) {
      throw cannotOpen(place, "no file can have such a name");
    }
  }
}
