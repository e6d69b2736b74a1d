package io.framewire.source.site;

import io.framewire.error.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings of yt-dlp for finding a video, under the names of its Python API as vidgear takes them.
 * None that saves or changes anything but the cookie file, or runs another program.
 *
 * @param config lines as in yt-dlp's configuration files
 */
record StreamParams(String config) {
  static final StreamParams NONE = new StreamParams("");

  /** More would not fit into a pipe that nobody reads yet. */
  private static final int LONGEST = 1 << 14;

  private static final Map<String, String> SWITCHES =
      Map.of(
          "nocheckcertificate", "--no-check-certificates",
          "prefer_insecure", "--prefer-insecure",
          "usenetrc", "--netrc",
          "legacyserverconnect", "--legacy-server-connect",
          "force_generic_extractor", "--force-generic-extractor");

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("cookiefile", "--cookies"),
          Map.entry("cookiesfrombrowser", "--cookies-from-browser"),
          Map.entry("username", "--username"),
          Map.entry("password", "--password"),
          Map.entry("twofactor", "--twofactor"),
          Map.entry("videopassword", "--video-password"),
          Map.entry("netrc_location", "--netrc-location"),
          Map.entry("ap_mso", "--ap-mso"),
          Map.entry("ap_username", "--ap-username"),
          Map.entry("ap_password", "--ap-password"),
          Map.entry("client_certificate", "--client-certificate"),
          Map.entry("client_certificate_key", "--client-certificate-key"),
          Map.entry("client_certificate_password", "--client-certificate-password"),
          Map.entry("proxy", "--proxy"),
          Map.entry("geo_verification_proxy", "--geo-verification-proxy"),
          Map.entry("source_address", "--source-address"),
          Map.entry("impersonate", "--impersonate"),
          Map.entry("socket_timeout", "--socket-timeout"),
          Map.entry("extractor_retries", "--extractor-retries"),
          Map.entry("sleep_interval_requests", "--sleep-requests"),
          Map.entry("age_limit", "--age-limit"));

  private static final Set<String> HEADERS = Set.of("http_headers", "std_headers");
  private static final String EXTRACTOR_ARGS = "extractor_args";

  /** Reads a JSON object. */
  static StreamParams of(String json) {
    Map<String, Object> params = parse(json);
    String config =
        params.entrySet().stream()
            .flatMap(param -> words(param.getKey(), param.getValue()))
            .map(word -> "'" + word.replace("'", "'\"'\"'") + "'\n")
            .collect(Collectors.joining());
    if (config.length() > LONGEST) {
      throw new ConfigurationException(
          "option STREAM_PARAMS is longer than " + LONGEST + " characters: leave something out");
    }
    return new StreamParams(config);
  }

  private static Map<String, Object> parse(String json) {
    try {
      return Fields.parse(json.getBytes(StandardCharsets.UTF_8)).values();
    } catch (IOException malformed) {
      throw new ConfigurationException(
          "option STREAM_PARAMS is no JSON object: write {\"nocheckcertificate\": true} for"
              + " instance",
          malformed);
    }
  }

  private static Stream<String> words(String name, Object value) {
    if (SWITCHES.containsKey(name)) {
      return truth(name, value) ? Stream.of(SWITCHES.get(name)) : Stream.of();
    }
    if (VALUES.containsKey(name)) {
      return Stream.of(VALUES.get(name) + "=" + plain(name, value));
    }
    if (HEADERS.contains(name)) {
      return entries(name, value)
          .map(header -> "--add-headers=" + header.getKey() + ":" + plain(name, header.getValue()));
    }
    if (name.equals(EXTRACTOR_ARGS)) {
      return entries(name, value)
          .map(site -> "--extractor-args=" + site.getKey() + ":" + settings(site.getValue()));
    }
    throw unknown(name);
  }

  /** Of one site: each setting has one value or a list of them. */
  private static String settings(Object ofSite) {
    return entries(EXTRACTOR_ARGS, ofSite)
        .map(setting -> setting.getKey() + "=" + values(setting.getValue()))
        .collect(Collectors.joining(";"));
  }

  private static String values(Object values) {
    List<?> all = values instanceof List<?> list ? list : List.of(values);
    return all.stream()
        .map(value -> plain(EXTRACTOR_ARGS, value).replace(",", "\\,"))
        .collect(Collectors.joining(","));
  }

  private static boolean truth(String name, Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw refused(name, "true or false");
  }

  private static String plain(String name, Object value) {
    boolean plain = value instanceof String || value instanceof Number;
    if (!plain || value.toString().chars().anyMatch(Character::isISOControl)) {
      throw refused(name, "a number or a text of one line");
    }
    return value.toString();
  }

  private static Stream<Map.Entry<String, Object>> entries(String name, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw refused(name, "names and values in {}");
    }
    return map.entrySet().stream()
        .map(entry -> Map.entry(plain(name, entry.getKey()), (Object) entry.getValue()));
  }

  /** The value stays out of it, which may be a password. */
  private static ConfigurationException refused(String name, String use) {
    return new ConfigurationException("\"" + name + "\" in option STREAM_PARAMS: use " + use);
  }

  private static ConfigurationException unknown(String name) {
    Set<String> known = new TreeSet<>(SWITCHES.keySet());
    known.addAll(VALUES.keySet());
    known.addAll(HEADERS);
    known.add(EXTRACTOR_ARGS);
    return new ConfigurationException(
        "option STREAM_PARAMS has no \"" + name + "\": it has " + String.join(", ", known));
  }

  /** Not the settings, which may hold a password. */
  @Override
  public String toString() {
    return config.isEmpty() ? "no settings" : "settings of yt-dlp";
  }
}
