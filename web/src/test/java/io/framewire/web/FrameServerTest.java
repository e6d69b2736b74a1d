package io.framewire.web;

import static io.framewire.web.TestFrames.BLUE;
import static io.framewire.web.TestFrames.RED;
import static io.framewire.web.TestFrames.awaitNoThreads;
import static io.framewire.web.TestFrames.plain;
import static io.framewire.web.TestFrames.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceStatistics;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameServerTest {
  private final FrameServer server = FrameServer.builder().build();

  @AfterEach
  void everythingEnds() {
    server.close();
    server.close();
    awaitNoThreads();
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/page.css, text/css",
    "/page.js, text/javascript",
    "/icon.svg, image/svg+xml",
    "/api/streams, application/json"
  })
  void servesThePageWithHeadersThatLetNothingElseIn(String path, String type) throws Exception {
    HttpResponse<String> answer = Clients.get(server, path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith(type);
    assertThat(answer.headers().map())
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("cache-control", List.of("no-store"))
        .containsEntry("referrer-policy", List.of("no-referrer"))
        .containsEntry("cross-origin-resource-policy", List.of("same-origin"));
    assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void aSourceThatCannotTellLeavesTheOthersFiguresAlone() throws Exception {
    show(server.view("broken").watch(new SourceWithoutStatistics()), 8, 8, RED);
    show(server.view("fine"), 8, 8, RED);
    assertThat(String.valueOf(Clients.figures(server, "broken").get("words")))
        .endsWith(
            "; the source gives no statistics: java.lang.IllegalStateException: out of order");
    assertThat(Clients.figures(server, "broken"))
        .as("its pictures are good")
        .containsEntry("note", null);
    assertThat(Clients.figures(server, "fine")).containsEntry("shown", 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/streams/x/video",
        "/streams/",
        "/../pom.xml",
        "/page/page.js",
        "/metrics"
      })
  void answersAnythingElseWith404(String path) throws Exception {
    assertThat(Clients.answer(server, Clients.request("GET", path, "Host: localhost")))
        .startsWith("HTTP/1.1 404 Not Found\r\n");
  }

  @Test
  void onlyShows() throws Exception {
    assertThat(Clients.answer(server, Clients.request("POST", "/", "Host: localhost")))
        .startsWith("HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\n");
    String head = Clients.answer(server, Clients.request("HEAD", "/", "Host: localhost"));
    assertThat(head).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n");
    assertThat(head).matches("(?s).*Content-Length: [1-9]\\d+\r\n.*");
  }

  @Test
  void picturesHaveTheColoursOfTheirFrames() throws Exception {
    show(server.view("camera"), 48, 64, BLUE);
    BufferedImage picture = picture("camera");
    assertThat(picture.getWidth()).isEqualTo(64);
    assertThat(picture.getHeight()).isEqualTo(48);
    assertThat(picture.getRGB(30, 20) & 0xff).as("blue").isGreaterThan(240);
    assertThat(picture.getRGB(30, 20) >> 16 & 0xff).as("red").isLessThan(20);
  }

  @Test
  void greyFramesAreShownToo() throws Exception {
    for (int[] shape : new int[][] {{20, 30}, {20, 30, 1}}) {
      try (Frame grey = FramePool.unpooled().take(DType.UINT8, shape)) {
        grey.data().put(new byte[600]);
        server.view("grey").show(grey);
      }
      assertThat(picture("grey").getRGB(3, 3)).isEqualTo(0xff000000);
    }
  }

  @Test
  void framesThatCannotBeShownAreNamed() throws Exception {
    StreamView view = server.view("depth");
    try (Frame depth = FramePool.unpooled().take(DType.FLOAT32, 480, 640)) {
      view.show(depth);
    }
    assertThat(Clients.figures(server, "depth"))
        .containsEntry("note", "cannot be shown: float32 [480, 640]")
        .containsEntry("dtype", "<f4")
        .containsEntry("shape", List.of(480, 640))
        .containsEntry("shown", 1);
    assertThat(Clients.get(server, "/streams/depth/picture?wait=50").statusCode()).isEqualTo(204);
    show(view, 8, 8, RED);
    assertThat(Clients.figures(server, "depth")).containsEntry("note", null);
    assertThat(picture("depth").getWidth()).isEqualTo(8);
  }

  @Test
  void aFrameThatWasClosedTooOftenCostsOnePictureOnly() throws Exception {
    StreamView view = server.view("camera");
    Frame frame = plain(8, 8, RED);
    view.show(frame);
    frame.close();
    frame.close();
    assertThat(Clients.get(server, "/streams/camera/picture?wait=50").statusCode()).isEqualTo(204);
    await()
        .until(
            () ->
                String.valueOf(Clients.figures(server, "camera").get("note"))
                    .matches("no picture could be made: .* was closed more often .*"));
    assertThatThrownBy(() -> show(view, 8, 8, BLUE)).isInstanceOf(IllegalStateException.class);
    show(view, 8, 8, BLUE);
    assertThat(picture("camera").getRGB(3, 3) & 0xff).isGreaterThan(240);
    assertThat(Clients.figures(server, "camera")).containsEntry("note", null);
  }

  @Test
  void aViewIsOffThePageBeforeItStopsShowing() {
    AtomicReference<Optional<Boolean>> stopped = new AtomicReference<>(Optional.empty());
    StreamView view =
        new StreamView(
            "camera",
            new PictureOptions(75, 1280, 25),
            leaving -> stopped.set(Optional.of(leaving.feed().isClosed())));
    view.close();
    assertThat(stopped.get()).contains(false);
    assertThat(view.feed().isClosed()).isTrue();
  }

  @Test
  void noPictureIsAnAnswerThatAnotherMayFollow() throws Exception {
    server.view("camera");
    String get = "GET /streams/camera/picture?wait=1 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String answers =
        Clients.answer(server, get + get + Clients.request("GET", "/nothing", "Host: localhost"));
    String none = "HTTP/1.1 204 No Content\r\n([^\r\n]+\r\n)+\r\n";
    assertThat(answers).matches("(?s)" + none + none + "HTTP/1.1 404 Not Found\r\n.*");
  }

  @Test
  void aFrameIsEncodedOnceHoweverManyLookAndOnlyWhileSomebodyDoes() throws Exception {
    StreamView view = server.view("camera");
    for (int i = 0; i < 20; i++) {
      show(view, 16, 16, i);
    }
    assertThat(Clients.figures(server, "camera")).containsEntry("pictures", 0);
    show(view, 16, 16, RED);
    List<Mjpeg> browsers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      browsers.add(Mjpeg.of(server, "/streams/camera/video"));
      assertThat(browsers.get(i).next().isRed()).as("the newest one").isTrue();
    }
    assertThat(Clients.figures(server, "camera"))
        .containsEntry("pictures", 1)
        .containsEntry("viewers", 5);
    show(view, 16, 16, BLUE);
    for (Mjpeg browser : browsers) {
      assertThat(browser.next().isRed()).isFalse();
      browser.close();
    }
    assertThat(Clients.figures(server, "camera")).containsEntry("pictures", 2);
    await().until(() -> Clients.figures(server, "camera").get("viewers").equals(0));
    show(view, 16, 16, BLUE);
    assertThat(Clients.figures(server, "camera")).containsEntry("pictures", 2);
  }

  @Test
  void tooManyBrowsersAreToldSo() throws Exception {
    try (FrameServer small = FrameServer.builder().maxClients(1).build()) {
      show(small.view("camera"), 8, 8, RED);
      try (Mjpeg first = Mjpeg.of(small, "/streams/camera/video")) {
        assertThat(first.next().isRed()).isTrue();
        HttpResponse<String> second = Clients.get(small, "/streams/camera/picture");
        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.body()).contains("1 pictures are being looked at already");
        assertThat(second.headers().firstValue("retry-after")).contains("2");
        assertThat(Clients.get(small, "/").statusCode()).isEqualTo(200);
      }
      await().until(() -> Clients.get(small, "/streams/camera/picture").statusCode() == 200);
    }
  }

  @Test
  void viewsStandInTheOrderTheyWereMadeAndLeaveWhenClosed() throws Exception {
    String odd = "a/b \"<b>&'?+%ü";
    show(server.view("one"), 8, 8, RED);
    StreamView two = server.view(odd);
    show(two, 8, 8, BLUE);
    assertThat(server.view(odd)).isSameAs(two);
    assertThat(Clients.streams(server)).extracting("name").containsExactly("one", odd);
    assertThat(Clients.get(server, "/api/streams").body())
        .doesNotContain("<b>")
        .doesNotContain("&");
    String path = "/streams/" + URLEncoder.encode(odd, StandardCharsets.UTF_8).replace("+", "%20");
    Mjpeg looking = Mjpeg.of(server, path + "/video");
    assertThat(looking.next().isRed()).isFalse();
    two.close();
    assertThatThrownBy(looking::next).isInstanceOf(EOFException.class);
    assertThat(Clients.streams(server)).extracting("name").containsExactly("one");
    assertThat(Clients.get(server, path + "/picture").statusCode()).isEqualTo(404);
    server.view(odd);
    two.close();
    assertThat(Clients.streams(server)).as("another of that name").hasSize(2);
    show(two, 8, 8, RED);
  }

  @Test
  void framesGoBackToTheirPoolWhenTheViewIsClosed() {
    try (FramePool pool = new FramePool()) {
      StreamView view = server.view("camera");
      for (int i = 0; i < 3; i++) {
        try (Frame frame = pool.take(DType.UINT8, 8, 8)) {
          view.show(frame);
        }
      }
      assertThat(pool.statistics().lentBlocks()).as("the newest alone").isEqualTo(1);
      view.close();
      assertThat(pool.statistics().lentBlocks()).isZero();
    }
  }

  @Test
  void closingSendsBrowsersAwayAtOnce() throws Exception {
    StreamView view = server.view("camera");
    show(view, 8, 8, RED);
    Mjpeg looking = Mjpeg.of(server, "/streams/camera/video");
    looking.next();
    long begun = System.nanoTime();
    server.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    assertThatThrownBy(looking::next).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Clients.get(server, "/")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> server.view("another"))
        .isInstanceOf(FramewireException.class)
        .hasMessageContaining("was closed");
    try (Frame frame = plain(8, 8, RED)) {
      view.show(frame);
    }
  }

  @Test
  void servesAPageOfMetricsWhereItIsGivenOne() throws Exception {
    try (FrameServer metered = FrameServer.builder().metrics(() -> "up 1\n").build()) {
      HttpResponse<String> page = Clients.get(metered, "/metrics");
      assertThat(page.body()).isEqualTo("up 1\n");
      assertThat(page.headers().firstValue("content-type").orElseThrow())
          .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
      assertThat(Clients.get(metered, "/api/streams").body()).contains("\"metrics\":true");
    }
  }

  @Test
  void aFailureOfTheMetricsIsAnAnswer() throws Exception {
    try (FrameServer broken =
        FrameServer.builder()
            .metrics(
                () -> {
                  throw new IllegalStateException("no figures today");
                })
            .build()) {
      HttpResponse<String> page = Clients.get(broken, "/metrics");
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body()).contains("see the program's log").doesNotContain("no figures today");
      assertThat(Clients.get(broken, "/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTakenPortIsNamed() {
    assertThatThrownBy(() -> FrameServer.builder().port(server.port()).build())
        .isInstanceOf(FramewireException.class)
        .hasMessageContaining("port " + server.port())
        .hasMessageContaining("or 0 for any free one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a\nb",
        ".",
        "..",
        "half a pair \ud83d",
        "0123456789012345678901234567890123456789012345678901234567890123x"
      })
  void namesThatCannotBeReadAreRefused(String name) {
    assertThatThrownBy(() -> server.view(name))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("use 1 to 64 characters");
  }

  @Test
  void impossibleOptionsAreNamedWithARemedy() {
    Map<String, FrameServerBuilder> wrong =
        Map.of(
            "port is 65536", FrameServer.builder().port(65536),
            "quality is 0", FrameServer.builder().quality(0),
            "maxWidth is 1", FrameServer.builder().maxWidth(1),
            "rate is NaN", FrameServer.builder().rate(Double.NaN),
            "maxClients is 0", FrameServer.builder().maxClients(0),
            "clientTimeout is PT0S", FrameServer.builder().clientTimeout(Duration.ZERO),
            "use 8 to 128 letters", FrameServer.builder().token("short"),
            "page needs a token", FrameServer.builder().host("*"),
            "host \"no such.host\" is not known", FrameServer.builder().host("no such.host"),
            "no address of this machine",
                FrameServer.builder().host("192.0.2.1").token("12345678"));
    wrong.forEach(
        (words, builder) ->
            assertThatThrownBy(builder::build)
                .as(words)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(words));
  }

  private BufferedImage picture(String name) throws Exception {
    HttpResponse<byte[]> answer = Clients.bytes(server, "/streams/" + name + "/picture");
    assertThat(answer.statusCode()).isEqualTo(200);
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  /** A plugin's, for instance. */
  private static final class SourceWithoutStatistics implements FrameSource {
    @Override
    public Optional<Frame> read(FramePool pool) {
      return Optional.empty();
    }

    @Override
    public SourceStatistics statistics() {
      throw new IllegalStateException("out of order");
    }

    @Override
    public void close() {}
  }
}
