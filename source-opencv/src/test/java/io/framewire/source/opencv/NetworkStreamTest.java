package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.framewire.error.SourceException;
import io.framewire.file.Clips;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkStreamTest {
  private static final int FRAMES = 60;

  private final FramePool pool = FramePool.unpooled();
  private final CountDownLatch testIsOver = new CountDownLatch(1);
  private HttpServer server;
  @TempDir Path folder;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        task -> {
          Thread thread = new Thread(task);
          thread.setDaemon(true);
          thread.start();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    testIsOver.countDown();
    server.stop(0);
  }

  @Test
  void videoIsReadOverHttpWithRanges() throws IOException {
    byte[] clip = clip("clip.mp4");
    server.createContext("/clip.mp4", exchange -> sendRange(exchange, clip));
    assertThat(Reading.all(url("/clip.mp4"), Map.of(), frame -> {})).isEqualTo(FRAMES);
  }

  @Test
  void videoIsReadOverHttpWithoutRanges() throws IOException {
    byte[] clip = clip("clip.mkv");
    server.createContext("/clip.mkv", exchange -> send(exchange, clip, clip.length, clip.length));
    assertThat(Reading.all(url("/clip.mkv?token=a:b"), Map.of(), frame -> {})).isEqualTo(FRAMES);
  }

  @Test
  void serverThatKnowsNoSuchFileIsAnError() {
    assertThatThrownBy(() -> FrameSources.open(url("/none.mp4")))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("404")
        .hasMessageContaining("check the address");
  }

  @Test
  void pageInsteadOfVideoIsAnError() {
    byte[] page = "<html><body>hello</body></html>".repeat(50).getBytes();
    server.createContext("/page", exchange -> send(exchange, page, page.length, page.length));
    assertThatThrownBy(() -> FrameSources.open(url("/page")))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("what it sends is no video");
  }

  @Test
  void connectionThatBreaksInTheMiddleIsAnError() throws IOException {
    byte[] clip = clip("clip.ts");
    server.createContext(
        "/clip.ts", exchange -> send(exchange, clip, clip.length / 2, clip.length));
    assertThatThrownBy(() -> Reading.all(url("/clip.ts"), Map.of(), frame -> {}))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("clip.ts");
  }

  @Test
  void serverThatNeverAnswersIsAnErrorAfterTheTimeLimit() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/clip.mp4";
      assertThatThrownBy(() -> FrameSources.open(url, Map.of("timeout", "0.3")))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("delivered nothing for 0.3 s");
    }
  }

  @Test
  void streamThatFallsSilentIsAnErrorAfterTheTimeLimit() throws IOException {
    try (ServerSocket sender = sendingThenSilent(clip("clip.ts"));
        FrameSource source =
            FrameSources.open(
                "tcp://127.0.0.1:" + sender.getLocalPort(),
                Map.of("timeout", "1.5", "format", "mpegts"))) {
      AtomicInteger seen = new AtomicInteger();
      assertThatThrownBy(() -> Reading.rest(source, pool, frame -> seen.incrementAndGet()))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("delivered nothing for 1.5 s");
      assertThat(seen).hasPositiveValue();
    }
  }

  @Test
  void closingUnblocksAReadThatWaitsForASilentServer() throws Exception {
    try (ServerSocket sender = sendingThenSilent(clip("clip.ts"))) {
      FrameSource source =
          FrameSources.open(
              "tcp://127.0.0.1:" + sender.getLocalPort(),
              Map.of("timeout", "60", "format", "mpegts"));
      AtomicInteger seen = new AtomicInteger();
      CompletableFuture<Integer> reader =
          CompletableFuture.supplyAsync(
              () -> Reading.rest(source, pool, frame -> seen.incrementAndGet()));
      Awaitility.await().during(300, TimeUnit.MILLISECONDS).until(new Unchanging(seen));
      assertThat(reader).isNotDone();
      source.close();
      assertThat(reader.get(5, TimeUnit.SECONDS)).isEqualTo(seen.get()).isPositive();
      Optional<Frame> later = source.read(pool);
      assertThat(later).isEmpty();
    }
  }

  /** True while a positive number stays what it was. */
  private static final class Unchanging implements Callable<Boolean> {
    private final AtomicInteger number;
    private int last;

    Unchanging(AtomicInteger number) {
      this.number = number;
    }

    @Override
    public Boolean call() {
      int before = last;
      last = number.get();
      return last > 0 && last == before;
    }
  }

  private ServerSocket sendingThenSilent(byte[] clip) throws IOException {
    ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread sender =
        new Thread(
            () -> {
              try (Socket socket = listening.accept()) {
                socket.getOutputStream().write(clip);
                socket.getOutputStream().flush();
                testIsOver.await();
              } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
              }
            });
    sender.setDaemon(true);
    sender.start();
    return listening;
  }

  private byte[] clip(String name) throws IOException {
    return Files.readAllBytes(Clips.video(folder.resolve(name), FRAMES, 96, 128, 3));
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static void send(HttpExchange exchange, byte[] body, int sent, int announced)
      throws IOException {
    exchange.sendResponseHeaders(200, announced);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body, 0, sent);
    }
  }

  private static void sendRange(HttpExchange exchange, byte[] body) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    String[] ends = range.substring("bytes=".length()).split("-");
    int from = Integer.parseInt(ends[0]);
    int to = ends.length > 1 ? Integer.parseInt(ends[1]) + 1 : body.length;
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + body.length);
    exchange.sendResponseHeaders(206, to - from);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(Arrays.copyOfRange(body, from, to));
    }
  }
}
