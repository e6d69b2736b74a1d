package io.framewire.source.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a site wants to be told along with the request for a stream, in FFmpeg's words. */
final class MediaRequest {
  /** FFmpeg writes these by itself. */
  private static final Set<String> OF_FFMPEG =
      Set.of("host", "connection", "range", "content-length", "accept-encoding", "cookie");

  private static final Set<String> COOKIE_ATTRIBUTES =
      Set.of("Domain", "Path", "Secure", "Expires", "Version");

  private static final String DOMAIN = "Domain=";

  /** What begins the name of an option that FFmpeg itself reads. */
  private static final String OPTION = "ffmpeg.";

  private MediaRequest() {}

  /** Options for the source that FFmpeg reads it with. */
  static Map<String, String> options(Format format) {
    Map<String, String> options = new LinkedHashMap<>();
    if (format.scheme().startsWith("http")) {
      put(options, "headers", headers(format.headers()));
      put(options, "cookies", cookies(format));
    }
    return options;
  }

  private static void put(Map<String, String> options, String name, String value) {
    if (!value.isEmpty()) {
      options.put(OPTION + name, value);
    }
  }

  private static String headers(Map<String, Object> headers) {
    return headers.entrySet().stream()
        .filter(header -> !OF_FFMPEG.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .filter(header -> header.getValue() instanceof String)
        .map(header -> header.getKey() + ": " + header.getValue())
        .filter(MediaRequest::isOneLine)
        .map(line -> line + "\r\n")
        .collect(Collectors.joining());
  }

  /** yt-dlp writes them all in one line, each value followed by its attributes. */
  private static String cookies(Format format) {
    List<String> cookies = new ArrayList<>();
    for (String part : format.fields().text("cookies").orElse("").split("; ")) {
      String name = part.split("=", 2)[0];
      if (!COOKIE_ATTRIBUTES.contains(name)) {
        cookies.add(part);
      } else if (!cookies.isEmpty()) {
        int last = cookies.size() - 1;
        cookies.set(last, cookies.get(last) + "; " + part);
      }
    }
    boolean secure = format.scheme().equals("https");
    return cookies.stream()
        .filter(cookie -> cookie.contains("=") && isOneLine(cookie))
        .filter(cookie -> secure || !cookie.contains("; Secure"))
        .map(cookie -> inFfmpegsWords(cookie, format))
        .collect(Collectors.joining("\n"));
  }

  /**
   * FFmpeg reads other dates, and a cookie without a domain is for every host to it. It compares
   * the domain's end with the end of the host, to which it counts a port.
   */
  private static String inFfmpegsWords(String cookie, Format format) {
    List<String> words = new ArrayList<>(List.of(cookie.split("; ")));
    words.removeIf(word -> word.startsWith("Expires=") || word.startsWith("Version="));
    String domain =
        words.stream()
            .filter(word -> word.startsWith(DOMAIN))
            .map(word -> word.substring(DOMAIN.length()))
            .filter(given -> !given.equals("." + format.host()))
            .findFirst()
            .orElse(format.host());
    words.removeIf(word -> word.startsWith(DOMAIN));
    words.add(DOMAIN + domain + format.port());
    return String.join("; ", words);
  }

  private static boolean isOneLine(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }
}
