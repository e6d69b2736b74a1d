package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a source is to be made from. Immutable.
 *
 * @param location as a person writes it: {@code "clip.mp4"}, {@code "0"}, {@code
 *     "test:640x480?fps=0"}
 * @param options settings by name
 */
public record SourceRequest(String location, Map<String, String> options) {
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
            "\"" + setting + "\" in source " + location + " is not NAME=VALUE");
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
          "\"" + value + "\" in source " + location + " is not URL-encoded: write % as %25",
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
