package io.framewire.web;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Who asks a server in tests. */
final class Clients {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int RAW_LIMIT_MILLIS = 20_000;

  private Clients() {}

  static URI at(FrameServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  static HttpResponse<String> get(FrameServer server, String path, String... headers)
      throws Exception {
    return CLIENT.send(
        request(server, path, headers), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  static HttpResponse<byte[]> bytes(FrameServer server, String path) throws Exception {
    return CLIENT.send(request(server, path), HttpResponse.BodyHandlers.ofByteArray());
  }

  static HttpResponse<InputStream> stream(FrameServer server, String path) throws Exception {
    return CLIENT.send(request(server, path), HttpResponse.BodyHandlers.ofInputStream());
  }

  private static HttpRequest request(FrameServer server, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(server, path)).timeout(Duration.ofSeconds(20));
    return headers.length == 0 ? request.build() : request.headers(headers).build();
  }

  static Map<String, Object> figures(FrameServer server, String name) throws Exception {
    return streams(server).stream()
        .filter(stream -> stream.get("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> streams(FrameServer server) throws Exception {
    String json = get(server, "/api/streams").body();
    return (List<Map<String, Object>>) JSON.std.mapFrom(json).get("streams");
  }

  /** A connection to write to by hand. */
  static Socket socket(FrameServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(RAW_LIMIT_MILLIS);
    return socket;
  }

  static void say(Socket socket, String words) throws IOException {
    socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What the server answers until it closes the connection. */
  static String answer(FrameServer server, String words) throws IOException {
    try (Socket socket = socket(server)) {
      say(socket, words);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** A request of HTTP/1.1 after which the server closes. */
  static String request(String method, String path, String... headers) {
    StringBuilder text =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text.append("\r\n").toString();
  }
}
