package io.framewire.source.opencv;

import io.framewire.spi.SourceRequest;
import java.io.File;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a location is, by the look of it. */
record Place(String location, Kind kind, String target) {
  enum Kind {
    /** The target is a path. */
    FILE,
    /** The target is a path with a number's place in it, {@code img_%03d.png}. */
    SEQUENCE,
    /** The target is a path with wildcards in it, {@code *.png}. */
    GLOB,
    /** A URL of something that mostly has an end, and arrives whole or not at all. */
    DOWNLOAD,
    /** A URL of something that goes on meanwhile and may lose parts. */
    LIVE,
    /** The target is a number. */
    CAMERA,
    /** Somebody else's scheme. */
    FOREIGN
  }

  private static final Pattern CAMERA = Pattern.compile("(?:/dev/video)?(\\d{1,3})");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)");
  private static final Pattern WILDCARD = Pattern.compile("[*?]");
  private static final Pattern NUMBER_IN_NAME = Pattern.compile("%0?\\d*d");
  private static final Set<String> DOWNLOADS = Set.of("http", "https", "ftp");
  private static final Set<String> LIVE =
      Set.of(
          "rtsp", "rtsps", "rtmp", "rtmps", "rtmpt", "rtmpe", "rtmpte", "rtp", "srtp", "srt", "udp",
          "tcp", "tls", "mmsh", "mmst");

  static Place of(String location) {
    Matcher camera = CAMERA.matcher(location);
    if (camera.matches()) {
      return new Place(location, Kind.CAMERA, camera.group(1));
    }
    Matcher scheme = SCHEME.matcher(location);
    return scheme.matches()
        ? ofScheme(location, scheme.group(1).toLowerCase(Locale.ROOT), scheme.group(2))
        : ofPath(location, location);
  }

  private static Place ofScheme(String location, String scheme, String rest) {
    if (scheme.equals("file")) {
      return ofPath(location, rest.startsWith("//") ? rest.substring(2) : rest);
    }
    if (rest.startsWith("//") && DOWNLOADS.contains(scheme)) {
      return new Place(location, Kind.DOWNLOAD, location);
    }
    if (rest.startsWith("//") && LIVE.contains(scheme)) {
      return new Place(location, Kind.LIVE, location);
    }
    return new Place(location, Kind.FOREIGN, location);
  }

  private static Place ofPath(String location, String path) {
    if (NUMBER_IN_NAME.matcher(path).find()) {
      return new Place(location, Kind.SEQUENCE, path);
    }
    // a file may have such a name
    boolean wild = WILDCARD.matcher(path).find() && !new File(path).exists();
    return new Place(location, wild ? Kind.GLOB : Kind.FILE, path);
  }

  boolean isPath() {
    return kind == Kind.FILE || kind == Kind.SEQUENCE || kind == Kind.GLOB;
  }

  /** What FFmpeg is told to open; its own schemes cannot be reached through a file's name. */
  String url() {
    if (kind == Kind.GLOB) {
      // looked up as it stands; what is found begins with a slash, and so with no scheme either
      return new File(target).getAbsolutePath();
    }
    return isPath() ? "file:" + target : target;
  }

  /** The location for messages and logs, without secrets. */
  @Override
  public String toString() {
    return new SourceRequest(location, Map.of()).shown();
  }
}
