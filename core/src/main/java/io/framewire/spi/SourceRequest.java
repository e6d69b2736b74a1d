package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a source is to be made from. Immutable.
 *
 * @param location as a person writes it: {@code "clip.mp4"}, {@code "0"}, {@code
 *     "test:640x480?fps=0"}
 * @param options settings by name
 */
public record SourceRequest(String location, Map<String, String> options) {
  private static final Pattern QUERY = Pattern.compile("[?#][^=&/@]+=");
  // written by people, so it may hold what a URL would have encoded, a slash for instance
  private static final Pattern PASSWORD = Pattern.compile("(://[^/?#@:]*):.*@");
  private static final Pattern VALUE = Pattern.compile("([?#&])([^=&#]+)=([^&#]*)");
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(pass|pwd|key|token|sig|auth|secret|cred|session|user|login).*");
  // a video's number is shorter, and says which one is meant
  private static final Pattern OPEN_VALUE = Pattern.compile("[\\w.-]{0,16}");

  /**
   * Copies the options.
   *
   * @param location as a person writes it: {@code "clip.mp4"}, {@code "0"}, {@code
   *     "test:640x480?fps=0"}
   * @param options settings by name
   */
  public SourceRequest {
    options = Map.copyOf(options);
  }

  /**
   * The location for messages and logs.
   *
   * @return it, with {@code ***} in place of a URL's password, and of those values of its query
   *     that are named like a secret or are long enough for one
   */
  public String shown() {
    if (!location.contains("://")) {
      return location;
    }
    Matcher query = QUERY.matcher(location);
    int end = query.find() ? query.start() : location.length();
    return PASSWORD.matcher(location.substring(0, end)).replaceAll("$1:***@")
        + VALUE.matcher(location.substring(end)).replaceAll(SourceRequest::shown);
  }

  private static String shown(MatchResult value) {
    boolean open =
        !SECRET_NAME.matcher(value.group(2)).matches()
            && OPEN_VALUE.matcher(value.group(3)).matches();
    return Matcher.quoteReplacement(
        value.group(1) + value.group(2) + "=" + (open ? value.group(3) : "***"));
  }

  /** The location as {@link #shown}, and the names of the options, whose values may be secret. */
  @Override
  public String toString() {
    return "SourceRequest[" + shown() + ", options " + options.keySet() + "]";
  }

  /**
   * Whether the location begins with a plugin's own scheme.
   *
   * @param scheme the scheme, without its colon
   * @return whether it does
   */
  public boolean hasScheme(String scheme) {
    return location.startsWith(scheme + ":");
  }

  /**
   * For sources with a scheme of their own: moves {@code ?name=value&name=value} from the location
   * to the options, which win where both name the same.
   *
   * @return the same request, its location without the query and scheme
   * @throws ConfigurationException if a part of the query is not {@code name=value}, its value
   *     URL-encoded
   */
  public SourceRequest withoutSchemeAndQuery() {
    String place = location.substring(location.indexOf(':') + 1);
    int mark = place.indexOf('?');
    if (mark < 0) {
      return new SourceRequest(place, options);
    }
    Map<String, String> merged = new LinkedHashMap<>();
    for (String setting : place.substring(mark + 1).split("&")) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new ConfigurationException(
            "\"" + setting + "\" in source " + shown() + " is not NAME=VALUE");
      }
      merged.put(setting.substring(0, equals), decoded(setting.substring(equals + 1)));
    }
    merged.putAll(options);
    return new SourceRequest(place.substring(0, mark), merged);
  }

  private String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new ConfigurationException(
          "\"" + value + "\" in source " + shown() + " is not URL-encoded: write % as %25",
          malformed);
    }
  }

  /**
   * Refuses options that nobody will read.
   *
   * @param known the names that are read
   * @throws ConfigurationException if there is another
   */
  public void requireOnly(Set<String> known) {
    for (String name : options.keySet()) {
      if (!known.contains(name)) {
        throw new ConfigurationException(
            "the source has no option \""
                + name
                + "\": it has "
                + (known.isEmpty() ? "none" : String.join(", ", known.stream().sorted().toList())));
      }
    }
  }
}
