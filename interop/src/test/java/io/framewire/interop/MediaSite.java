package io.framewire.interop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server with pages and media on this machine, which can hide things from strangers. */
final class MediaSite implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

  private record Content(String type, byte[] bytes) {}

  private final HttpServer server;
  private final Map<String, Content> contents = new ConcurrentHashMap<>();
  private final Map<String, String> wanted = new ConcurrentHashMap<>();

  MediaSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Serves something; its URL. */
  String serve(String path, String type, byte[] bytes) {
    contents.put(path, new Content(type, bytes));
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** From now on answers only requests with this header. */
  void want(String header, String value) {
    wanted.put(header, value);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Content content = contents.get(exchange.getRequestURI().getPath());
    if (content == null || !mayHave(exchange)) {
      exchange.sendResponseHeaders(content == null ? 404 : 403, -1);
      exchange.close();
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", content.type());
    exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.bytes().length));
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
      return;
    }
    send(exchange, content.bytes());
  }

  private boolean mayHave(HttpExchange exchange) {
    return wanted.entrySet().stream()
        .allMatch(
            header ->
                header.getValue().equals(exchange.getRequestHeaders().getFirst(header.getKey())));
  }

  private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
    String asked = exchange.getRequestHeaders().getFirst("Range");
    Matcher range = RANGE.matcher(asked == null ? "" : asked);
    boolean part = range.matches();
    int from = part ? Integer.parseInt(range.group(1)) : 0;
    int to =
        part && !range.group(2).isEmpty()
            ? Math.min(bytes.length, Integer.parseInt(range.group(2)) + 1)
            : bytes.length;
    if (part) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes.length);
    }
    exchange.sendResponseHeaders(part ? 206 : 200, to - from);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes, from, to - from);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
