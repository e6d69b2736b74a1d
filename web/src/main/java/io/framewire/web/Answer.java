package io.framewire.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to one request, in whole or as a stream. Used by the connection's thread. */
final class Answer {
  /** Nothing but what this server itself serves, and nothing inline. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(204, "No Content"),
          Map.entry(303, "See Other"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(413, "Content Too Large"),
          Map.entry(431, "Request Header Fields Too Large"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(503, "Service Unavailable"));

  private final HttpConnection connection;
  private final boolean head;
  private boolean last;
  private boolean begun;

  Answer(HttpConnection connection, boolean head, boolean last) {
    this.connection = connection;
    this.head = head;
    this.last = last;
  }

  /** Says it all. */
  void send(Content content) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>(content.headers());
    if (content.status() != 204) {
      headers.put("Content-Type", content.type());
      headers.put("Content-Length", String.valueOf(content.body().length));
    }
    begin(content.status(), headers);
    if (!head) {
      connection.write(content.body());
    }
  }

  /** Begins a body that ends with the connection. */
  void begin(String type) throws IOException {
    last = true;
    begin(200, Map.of("Content-Type", type));
  }

  private void begin(int status, Map<String, String> headers) throws IOException {
    begun = true;
    StringBuilder text = new StringBuilder();
    text.append("HTTP/1.1 ").append(status).append(' ').append(REASONS.get(status)).append("\r\n");
    headers.forEach((name, value) -> line(text, name, value));
    line(text, "Cache-Control", "no-store");
    line(text, "X-Content-Type-Options", "nosniff");
    line(text, "X-Frame-Options", "DENY");
    line(text, "Content-Security-Policy", POLICY);
    line(text, "Cross-Origin-Resource-Policy", "same-origin");
    line(text, "Referrer-Policy", "no-referrer");
    line(text, "Connection", last ? "close" : "keep-alive");
    connection.write(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append("\r\n");
  }

  /** Goes on with a body that was begun. */
  void write(byte[] bytes) throws IOException {
    connection.write(bytes);
  }

  /** Whether nobody reads any more. */
  boolean isAbandoned() throws IOException {
    return connection.isAbandoned();
  }

  boolean isHead() {
    return head;
  }

  boolean hasBegun() {
    return begun;
  }

  boolean isLast() {
    return last;
  }
}
