package io.framewire.source.site;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the forms in which a site has a video.
 *
 * @param fields what yt-dlp says of it
 * @param rank its place in yt-dlp's list, which begins with what yt-dlp likes least
 */
record Format(Fields fields, int rank) {
  /** Those that FFmpeg opens by one URL. */
  private static final Set<String> PROTOCOLS =
      Set.of("http", "https", "m3u8", "m3u8_native", "rtsp", "rtmp", "rtmp_ffmpeg", "rtmps");

  private static final Set<String> SCHEMES =
      Set.of("http", "https", "rtsp", "rtsps", "rtmp", "rtmps");

  private static final Pattern HOST = Pattern.compile("://(?:[^/@]*@)?([^/:?#]+)(:\\d+)?");
  private static final String NONE = "none";
  private static final double WIDE = 9.0 / 16;

  /** From the worst to the best. */
  static final Comparator<Format> ORDER =
      Comparator.comparing(Format::lines)
          .thenComparing(Format::framesPerSecond)
          .thenComparing(Format::plainColours)
          .thenComparing(Format::direct)
          .thenComparing(format -> !format.audible())
          .thenComparing(Format::rank);

  String url() {
    return fields.text("url").orElse("");
  }

  String protocol() {
    return fields.text("protocol").orElseGet(this::scheme);
  }

  /** Where nothing is known of the codec, the file's kind tells. */
  boolean visible() {
    return !is("vcodec", NONE) && !is("video_ext", NONE) && !protocol().equals("mhtml");
  }

  boolean encrypted() {
    return fields.truth("has_drm");
  }

  boolean playable() {
    return visible()
        && !encrypted()
        && PROTOCOLS.contains(protocol())
        && SCHEMES.contains(scheme());
  }

  /**
   * What sites call it by: 720 for 1280x720, and also for 720x1280 and 1280x536; 0 where the size
   * is unknown.
   */
  int lines() {
    double width = fields.number("width").orElse(0.0);
    double height = fields.number("height").orElse(0.0);
    if (width == 0) {
      return (int) height;
    }
    double longer = Math.max(width, height);
    double shorter = Math.min(width, height);
    return (int) Math.max(shorter, Math.round(longer * WIDE));
  }

  double framesPerSecond() {
    return fields.number("fps").orElse(0.0);
  }

  Map<String, Object> headers() {
    return fields.object("http_headers").values();
  }

  private boolean plainColours() {
    return !fields.has("dynamic_range") || is("dynamic_range", "SDR");
  }

  private boolean direct() {
    return protocol().equals("https") || protocol().equals("http");
  }

  private boolean audible() {
    return fields.has("acodec") && !is("acodec", NONE);
  }

  /** In lower case. */
  String scheme() {
    int colon = Math.max(0, url().indexOf("://"));
    return url().substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /** As it stands in the URL, which may hold what a URI must not. */
  String host() {
    Matcher host = HOST.matcher(url());
    return host.find() ? host.group(1) : "";
  }

  /** With its colon; empty where the URL names none. */
  String port() {
    Matcher host = HOST.matcher(url());
    return host.find() && host.group(2) != null ? host.group(2) : "";
  }

  private boolean is(String name, String value) {
    return fields.text(name).filter(value::equals).isPresent();
  }
}
