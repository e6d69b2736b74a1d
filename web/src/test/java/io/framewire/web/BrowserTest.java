package io.framewire.web;

import static io.framewire.web.TestFrames.awaitNoThreads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.wire.Pattern;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser shows it. */
@NeedsChromium
class BrowserTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Where the picture of the documentation goes, if one is wanted. */
  private static final Optional<Path> PICTURE =
      Optional.ofNullable(System.getProperty("framewire.screenshot")).map(Path::of);

  /** Slower than in life, but for that picture: painting takes most of the time. */
  private static final double SPEED = PICTURE.isPresent() ? 1 : 0.4;

  @TempDir static Path folder;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    browser = new Chromium(folder.resolve("profile"), 1200, 1200);
  }

  @AfterAll
  static void end() {
    browser.close();
    awaitNoThreads();
  }

  @AfterEach
  void leave() {
    browser.open(URI.create("about:blank"));
    browser.log("browser");
    browser.log("performance");
  }

  @Test
  void showsStreamsSideBySideWithFiguresThatChange() throws Exception {
    try (FrameServer server = FrameServer.builder().metrics(() -> "").build();
        LiveStream valley =
            new LiveStream(
                server, "North ridge", Pattern.PAIR, Scenery.VALLEY.source().rate(25 * SPEED));
        LiveStream bay =
            new LiveStream(
                server, "Harbour", Pattern.PUSH_PULL, Scenery.BAY.source().rate(20 * SPEED));
        LiveStream town =
            new LiveStream(
                server, "Market street", Pattern.REQ_REP, Scenery.TOWN.source().rate(12 * SPEED));
        LiveStream road =
            new LiveStream(
                server, "Dash camera", Pattern.PUB_SUB, Scenery.ROAD.source().rate(15 * SPEED))) {
      browser.dark(false);
      browser.open(server.uri());
      until(() -> browser.script("return document.querySelectorAll('.card').length").equals(4));
      assertThat(
              browser.script("return [...document.querySelectorAll('h2')].map(e => e.textContent)"))
          .isEqualTo(List.of("North ridge", "Harbour", "Market street", "Dash camera"));
      until(() -> browser.text("#summary").equals("4 streams, 4 live"));
      until(() -> browser.text(".state").equals("Live"));
      assertThat(browser.text(".about"))
          .isEqualTo("640 × 360 uint8  ·  PAIR  ·  " + valley.receiver.endpoint());

      Set<Object> pictures = new HashSet<>();
      until(() -> pictures.add(pixels("img.live", 3)) && pictures.size() > 3);
      Set<String> rates = new HashSet<>();
      until(
          () ->
              rates.add(browser.text("[data-figure=data]"))
                  && rates.size() > 2
                  && browser.text(".card:last-child [data-figure=latency]").endsWith("ms"));
      assertThat(browser.text("[data-figure=latency]")).matches("\\d+(\\.\\d+)? ms");
      assertThat(browser.script("return document.querySelector('[data-tip=latency]').title"))
          .asString()
          .contains("99 of 100")
          .contains("until it was handed to the program");
      assertThat(browser.script("return document.getElementById('metrics').hidden"))
          .isEqualTo(false);

      takeScreenshots();
      assertThat(List.of(bay, town, road))
          .allSatisfy(stream -> assertThat(stream.receiver.statistics().frames()).isPositive());
      assertNothingFromElsewhere(server);
      assertThat(browser.log("browser")).as("the console").isEmpty();
    }
  }

  /** One for people, in light, which the documentation shows; and one in dark. */
  private static void takeScreenshots() throws Exception {
    Path light = Path.of("target/browser.png");
    if (PICTURE.isPresent()) {
      until(() -> drawnRates() > 15);
    }
    browser.screenshot(light);
    browser.dark(true);
    until(
        () ->
            browser
                .script("return getComputedStyle(document.body).backgroundColor")
                .equals("rgb(13, 15, 24)"));
    browser.screenshot(Path.of("target/browser-dark.png"));
    assertThat(colours(light)).as("a picture with streams in it").isGreaterThan(2000);
    if (PICTURE.isPresent()) {
      Files.copy(light, PICTURE.get(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void saysOfFramesThatCannotBeShownWhatTheyAre() throws Exception {
    try (FrameServer server = FrameServer.builder().build();
        StreamView depth = server.view("<b>Depth</b>");
        Frame frame = FramePool.unpooled().take(DType.FLOAT32, 480, 640)) {
      depth.show(frame);
      browser.open(server.uri());
      until(() -> "cannot be shown: float32 [480, 640]".equals(browser.text(".note")));
      assertThat(browser.text("h2")).isEqualTo("<b>Depth</b>");
      assertThat(browser.text(".about")).isEqualTo("640 × 480 float32");
      assertThat(browser.log("browser")).as("the console").isEmpty();
    }
  }

  @Test
  void hasTheColoursOfTheSourceInBothWaysToShowPictures() throws Exception {
    try (FrameServer server = FrameServer.builder().quality(95).build()) {
      TestFrames.show(server.view("blue"), 90, 160, TestFrames.BLUE);
      for (String[] way : new String[][] {{"/", "img"}, {"/?canvas", "canvas"}}) {
        browser.open(Clients.at(server, way[0]));
        until(() -> isBlue(pixels(way[1] + ".live", 1)));
        assertThat(browser.script("return document.querySelector('.live:not([hidden])').tagName"))
            .isEqualTo(way[1].toUpperCase(Locale.ROOT));
      }
      TestFrames.show(server.view("blue"), 90, 160, TestFrames.RED);
      until(() -> !isBlue(pixels("canvas.live", 1)));
      assertThat(browser.log("browser")).as("the console").isEmpty();
    }
  }

  @Test
  void saysThatTheServerHasGoneAndGoesOnWhenItIsBack() throws Exception {
    int port;
    try (FrameServer first = FrameServer.builder().build()) {
      port = first.port();
      TestFrames.show(first.view("camera"), 90, 160, TestFrames.BLUE);
      browser.open(first.uri());
      until(() -> isBlue(pixels("img.live", 1)));
    }
    until(() -> browser.text("#connection").equals("No connection"));
    assertThat(browser.text("#banner")).contains("does not answer").contains("Trying again");
    assertThat(browser.text(".state")).isEqualTo("No connection");
    try (FrameServer second = FrameServer.builder().port(port).build()) {
      TestFrames.show(second.view("camera"), 90, 160, TestFrames.RED);
      until(() -> browser.text("#connection").equals("Connected"));
      assertThat(browser.script("return document.getElementById('banner').hidden")).isEqualTo(true);
      until(
          () ->
              pixels("img.live", 1) instanceof List<?> rgb
                  && ((Number) rgb.get(0)).intValue() > 230);
    }
  }

  @Test
  void saysHowAStreamStandsWithItsOtherSide() throws Exception {
    try (FrameServer server = FrameServer.builder().build();
        LiveStream stream =
            new LiveStream(
                server, "camera", Pattern.PAIR, FrameSources.open("test:64x48?fps=30"))) {
      browser.open(server.uri());
      until(() -> browser.text(".state").equals("Live"));
      stream.end();
      until(() -> browser.text(".state").equals("Ended"));
      server.view("camera").close();
      until(() -> browser.script("return document.getElementById('empty').hidden").equals(false));
      assertThat(browser.log("browser")).as("the console").isEmpty();
    }
  }

  @Test
  void letsInWithTheTokenWhichDoesNotStayInTheAddress() throws Exception {
    try (FrameServer server = FrameServer.builder().randomToken().build()) {
      browser.open(Clients.at(server, "/"));
      assertThat(browser.text("body")).contains("needs its token");
      TestFrames.show(server.view("camera"), 90, 160, TestFrames.BLUE);
      browser.open(server.uri());
      assertThat(browser.address()).isEqualTo("http://127.0.0.1:" + server.port() + "/");
      until(() -> isBlue(pixels("img.live", 1)));
    }
  }

  @Test
  void manyStreamsLeaveABrowsersConnectionsToTheFigures() throws Exception {
    try (FrameServer server = FrameServer.builder().build()) {
      for (int i = 0; i < 9; i++) {
        TestFrames.show(server.view("camera " + i), 90, 160, TestFrames.BLUE);
      }
      browser.open(server.uri());
      until(() -> isBlue(pixels(".card:last-child canvas", 1)));
      Object before = Clients.figures(server, "camera 0").get("shown");
      TestFrames.show(server.view("camera 0"), 90, 160, TestFrames.RED);
      assertThat(before).isEqualTo(1);
      until(() -> !isBlue(pixels(".card canvas", 1)));
      assertThat(browser.text("#connection")).isEqualTo("Connected");
      browser.click(".full");
      until(() -> browser.script("return document.fullscreenElement !== null").equals(true));
    }
  }

  @Test
  void figuresHaveRoomInCardsOfAnyWidth() {
    try (FrameServer server = FrameServer.builder().build()) {
      TestFrames.show(server.view("camera"), 90, 160, TestFrames.BLUE);
      browser.open(server.uri());
      until(() -> isBlue(pixels("img.live", 1)));
      assertThat(
              browser.script(
                  "const cut = [];"
                      + "const figures = {fps: '1,204 fps', latency: '12,345 ms', dropped: '123,456', data: '1,138 MB/s'};"
                      + "for (const width of [18, 24, 28, 31, 33, 40, 60]) {"
                      + "  document.getElementById('streams').style.maxWidth = width + 'rem';"
                      + "  for (const [name, words] of Object.entries(figures)) {"
                      + "    const place = document.querySelector('[data-figure=' + name + ']');"
                      + "    const [value, unit] = words.split(' ');"
                      + "    const small = document.createElement('small');"
                      + "    small.textContent = unit ? ' ' + unit : '';"
                      + "    place.replaceChildren(value, small);"
                      + "    if (place.scrollWidth > place.clientWidth) cut.push(width + ' ' + words);"
                      + "  }"
                      + "}"
                      + "return cut;"))
          .isEqualTo(List.of());
    }
  }

  @Test
  void goesOnWithFewConnectionsWhereOtherWindowsTakeTheRest() {
    try (FrameServer server = FrameServer.builder().build()) {
      TestFrames.show(server.view("camera"), 90, 160, TestFrames.BLUE);
      browser.open(server.uri());
      until(() -> isBlue(pixels("img.live", 1)));
      browser.script(
          "window.others = [1, 2, 3, 4, 5].map(i => {"
              + "const other = new Image(); other.src = '/streams/camera/video?other' + i; return other; });"
              + "return null;");
      until(() -> isBlue(pixels("canvas.live", 1)));
      until(() -> browser.text("#connection").equals("Connected"));
    }
  }

  /** Colours at places of what is shown: red, green, blue, alpha of each. */
  private static Object pixels(String selector, int places) {
    return browser.script(
        "const shown = document.querySelector('"
            + selector
            + "');"
            + "const width = shown && (shown.naturalWidth || shown.width);"
            + "if (!width || shown.hidden) return null;"
            + "const copy = new OffscreenCanvas(width, shown.naturalHeight || shown.height);"
            + "const context = copy.getContext('2d', {willReadFrequently: true}); context.drawImage(shown, 0, 0);"
            + "const found = [];"
            + "for (let i = 1; i <= "
            + places
            + "; i++) found.push(...context.getImageData(width * i / ("
            + places
            + " + 1), copy.height / 2, 1, 1).data);"
            + "return found;");
  }

  private static boolean isBlue(Object pixels) {
    return pixels instanceof List<?> rgb
        && ((Number) rgb.get(0)).intValue() < 25
        && ((Number) rgb.get(2)).intValue() > 230;
  }

  private static void assertNothingFromElsewhere(FrameServer server) {
    List<String> asked =
        browser.log("performance").stream()
            .filter(entry -> entry.contains("\"Network.requestWillBeSent\""))
            .map(entry -> entry.replaceFirst("(?s).*?\"request\":\\{.*?\"url\":\"(.*?)\".*", "$1"))
            .filter(address -> !address.startsWith("about:") && !address.startsWith("data:"))
            .toList();
    assertThat(asked)
        .hasSizeGreaterThan(5)
        .allMatch(address -> address.startsWith("http://127.0.0.1:" + server.port() + "/"));
  }

  private static int drawnRates() {
    return ((String)
            browser.script("return document.querySelector('.line').getAttribute('points')"))
        .split(" ")
        .length;
  }

  private static int colours(Path file) throws Exception {
    BufferedImage image = ImageIO.read(file.toFile());
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 0; x < image.getWidth(); x += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours.size();
  }

  private static void until(Callable<Boolean> condition) {
    await().atMost(LIMIT).until(condition);
  }
}
