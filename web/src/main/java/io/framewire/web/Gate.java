package io.framewire.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who is let in. Safe for use by several threads. */
final class Gate {
  /** A page of another name that was made to point here must not read what is shown. */
  private static final Pattern LOCAL_HOST =
      Pattern.compile(
          "(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1])(:\\d{1,5})?",
          Pattern.CASE_INSENSITIVE);

  private static final String BEARER = "bearer ";
  private static final String COOKIE = "framewire-";

  private final boolean local;
  private final String hostInUri;
  private final Optional<String> token;

  Gate(ServerOptions options) {
    this.local = options.isLocal();
    this.hostInUri = options.hostInUri();
    this.token = options.token();
  }

  /** What to answer who is not let in, or has to come back without the token in the address. */
  Optional<Content> refusal(Request request) {
    if (!request.method().equals("GET") && !request.isHead()) {
      return Optional.of(
          Content.words(405, "this server only shows: use GET").with("Allow", "GET, HEAD"));
    }
    String asked = request.headers().getOrDefault("host", "");
    if (local && !LOCAL_HOST.matcher(asked).matches()) {
      return Optional.of(
          Content.words(
              403, "this page is for this machine: open it as http://" + hostInUri + ":PORT/"));
    }
    if (isEmbedded(request)) {
      return Optional.of(Content.words(403, "another site's page may not load this"));
    }
    return token.flatMap(wanted -> unlessKnown(request, wanted));
  }

  /** Another site's page wants it as a part of itself; a link from there is fine. */
  private static boolean isEmbedded(Request request) {
    String site = request.headers().getOrDefault("sec-fetch-site", "none");
    return (site.equals("cross-site") || site.equals("same-site"))
        && !request.headers().getOrDefault("sec-fetch-mode", "").equals("navigate");
  }

  private Optional<Content> unlessKnown(Request request, String wanted) {
    Optional<String> asked = request.parameter("token");
    if (asked.isPresent()) {
      return Optional.of(same(asked.get(), wanted) ? comeBack(request, wanted) : unknown());
    }
    boolean known =
        bearer(request).filter(given -> same(given, wanted)).isPresent()
            || cookie(request).filter(given -> same(given, pass(wanted))).isPresent();
    return known ? Optional.empty() : Optional.of(unknown());
  }

  private static Content unknown() {
    return Content.words(
            401,
            "this page needs its token: open the address that the program gave, with ?token=, or"
                + " reload if you just did")
        .with("WWW-Authenticate", "Bearer");
  }

  /** So that the token does not stay in the address, the history and the pictures people take. */
  private static Content comeBack(Request request, String wanted) {
    String query =
        request.query().entrySet().stream()
            .filter(pair -> !pair.getKey().equals("token") && !pair.getKey().isEmpty())
            .map(Gate::encoded)
            .sorted()
            .collect(Collectors.joining("&"));
    return Content.words(303, "come back without the token")
        .with(
            "Set-Cookie",
            cookieName(request) + "=" + pass(wanted) + "; Path=/; HttpOnly; SameSite=Strict")
        .with(
            "Location",
            // a second slash would name another host, and browsers take the other one for a slash
            request.path().replaceFirst("^[/\\\\]+", "/") + (query.isEmpty() ? "" : "?" + query));
  }

  private static String encoded(Map.Entry<String, String> pair) {
    return URLEncoder.encode(pair.getKey(), StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8);
  }

  private static Optional<String> bearer(Request request) {
    return request
        .header("authorization")
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  private static Optional<String> cookie(Request request) {
    String prefix = cookieName(request) + "=";
    for (String one : request.headers().getOrDefault("cookie", "").split("[;,]")) {
      if (one.strip().startsWith(prefix)) {
        return Optional.of(one.strip().substring(prefix.length()));
      }
    }
    return Optional.empty();
  }

  /** Browsers give the cookies of a host to all its ports. */
  private static String cookieName(Request request) {
    String host = request.headers().getOrDefault("host", "");
    return COOKIE + host.replaceFirst("^.*?(?::(\\d+))?$", "$1");
  }

  /** What the cookie holds: the same after a restart, and not the token itself. */
  private static String pass(String token) {
    return HexFormat.of().formatHex(hash("framewire cookie " + token));
  }

  /** In a time that does not say how much of it is right. */
  private static boolean same(String given, String wanted) {
    return MessageDigest.isEqual(hash(given), hash(wanted));
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
