package io.framewire.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser asks for.
 *
 * @param method GET, HEAD or whatever it says
 * @param path from the first slash up to the question mark, not decoded
 * @param query what stands after that, decoded; of a name that is given twice the last value
 * @param headers by name in lower case; of one that is given twice both, with a comma between
 * @param keepAlive whether another request may follow
 */
record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    boolean keepAlive) {
  private static final int MOST_HEADERS = 64;

  /**
   * Reads the head of a request, without the empty line at its end.
   *
   * @throws BadRequest if it is none of HTTP/1.1 or 1.0
   */
  static Request parse(String head) throws BadRequest {
    String[] lines = head.split("\r?\n", -1);
    String[] words = lines[0].split(" ", -1);
    if (words.length != 3 || !words[1].matches("/[!-~]*") || !words[2].matches("HTTP/1\\.[01]")) {
      throw new BadRequest(400, "this is no request of HTTP/1.1");
    }
    if (lines.length - 1 > MOST_HEADERS) {
      throw new BadRequest(431, "the request has more than " + MOST_HEADERS + " headers");
    }
    Map<String, String> headers = headers(lines);
    if (headers.containsKey("transfer-encoding")
        || !headers.getOrDefault("content-length", "0").equals("0")) {
      throw new BadRequest(413, "a request here has no body");
    }
    int question = words[1].indexOf('?');
    String path = question < 0 ? words[1] : words[1].substring(0, question);
    String query = question < 0 ? "" : words[1].substring(question + 1);
    boolean keepAlive =
        words[2].endsWith("1.1")
            && !headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT).contains("close");
    return new Request(words[0], path, query(query), headers, keepAlive);
  }

  private static Map<String, String> headers(String[] lines) throws BadRequest {
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon < 1 || !lines[i].substring(0, colon).matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
        throw new BadRequest(400, "a header is not of the form NAME: VALUE");
      }
      headers.merge(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip(),
          (one, other) -> one + "," + other);
    }
    return headers;
  }

  private static Map<String, String> query(String text) throws BadRequest {
    Map<String, String> values = new HashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      values.put(
          decode(equals < 0 ? pair : pair.substring(0, equals)),
          equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
    return values;
  }

  /** A part of the path as it was before it was encoded; a plus sign is one there. */
  static String decodePart(String text) throws BadRequest {
    return decode(text.replace("+", "%2B"));
  }

  private static String decode(String text) throws BadRequest {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new BadRequest(400, "the address has a % that no two digits follow");
    }
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  /** Something that is answered with a status and the message. */
  static final class BadRequest extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    BadRequest(int status, String message) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }
}
