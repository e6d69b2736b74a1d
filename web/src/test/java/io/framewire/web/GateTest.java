package io.framewire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private static final String TOKEN = "correct-horse.battery";

  private final FrameServer open = FrameServer.builder().build();
  private final FrameServer guarded = FrameServer.builder().token(TOKEN).build();

  @AfterEach
  void close() {
    open.close();
    guarded.close();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST:1234, 200",
    "127.0.0.1:8080, 200",
    "[::1]:8080, 200",
    "evil.example, 403",
    "localhost.evil.example, 403",
    "127.0.0.1.evil.example:8080, 403",
    "evil.example:80/localhost, 403",
    "192.168.0.7:8080, 403"
  })
  void aPageForThisMachineIsNotServedUnderAnotherName(String host, int status) throws Exception {
    assertThat(Clients.answer(open, Clients.request("GET", "/", "Host: " + host)))
        .startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void theAddressOfAPageAtTheLoopbackOfIpv6LetsIn() throws Exception {
    assumeThat(hasLoopbackOfIpv6()).isTrue();
    try (FrameServer six = FrameServer.builder().host("::1").build()) {
      assertThat(six.uri()).isEqualTo(URI.create("http://[::1]:" + six.port() + "/"));
      HttpRequest request =
          HttpRequest.newBuilder(six.uri()).timeout(Duration.ofSeconds(20)).build();
      HttpResponse<Void> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  private static boolean hasLoopbackOfIpv6() {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
      return any.isBound();
    } catch (IOException none) {
      return false;
    }
  }

  @Test
  void aRequestWithNoHostOrTwoIsRefused() throws Exception {
    assertThat(Clients.answer(open, Clients.request("GET", "/"))).startsWith("HTTP/1.1 403 ");
    assertThat(
            Clients.answer(
                open, Clients.request("GET", "/", "Host: localhost", "Host: evil.example")))
        .startsWith("HTTP/1.1 403 ");
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site, no-cors, 403",
    "same-site, cors, 403",
    "cross-site, navigate, 200",
    "same-origin, cors, 200",
    "none, navigate, 200"
  })
  void anotherSitesPageMayLinkHereButNotLoadAnything(String site, String mode, int status)
      throws Exception {
    assertThat(Clients.get(open, "/", "Sec-Fetch-Site", site, "Sec-Fetch-Mode", mode).statusCode())
        .isEqualTo(status);
  }

  @Test
  void withoutTheTokenNothingIsShown() throws Exception {
    guarded.view("camera");
    for (String path : new String[] {"/", "/api/streams", "/streams/camera/video", "/metrics"}) {
      HttpResponse<String> answer = Clients.get(guarded, path);
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
      assertThat(answer.body()).contains("needs its token").doesNotContain("camera");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer correct-horse.battery, 200",
    "bearer correct-horse.battery, 200",
    "Bearer correct-horse.batter, 401",
    "Bearer, 401",
    "Basic correct-horse.battery, 401"
  })
  void programsGiveTheTokenInAHeader(String value, int status) throws Exception {
    assertThat(Clients.get(guarded, "/api/streams", "Authorization", value).statusCode())
        .isEqualTo(status);
  }

  @Test
  void browsersGiveItOnceInTheAddressAndThenACookie() throws Exception {
    assertThat(guarded.uri()).isEqualTo(Clients.at(guarded, "/?token=" + TOKEN));
    HttpResponse<String> first = Clients.get(guarded, "/?canvas=1&token=" + TOKEN);
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(first.headers().firstValue("location")).contains("/?canvas=1");
    String cookie = first.headers().firstValue("set-cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("framewire-" + guarded.port() + "=")
        .endsWith("; Path=/; HttpOnly; SameSite=Strict")
        .doesNotContain(TOKEN);
    String pair = cookie.substring(0, cookie.indexOf(';'));
    assertThat(Clients.get(guarded, "/", "Cookie", "other=1; " + pair).statusCode()).isEqualTo(200);
    assertThat(Clients.get(guarded, "/", "Cookie", pair + "0").statusCode()).isEqualTo(401);
    assertThat(Clients.get(guarded, "/?token=wrong", "Cookie", pair).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"//", "/\\", "/\\/"})
  void theWayBackNeverLeadsToAnotherHost(String slashes) throws Exception {
    String answer =
        Clients.answer(
            guarded,
            Clients.request("GET", slashes + "evil.example/?token=" + TOKEN, "Host: localhost"));
    assertThat(answer).startsWith("HTTP/1.1 303 ").contains("\r\nLocation: /evil.example/\r\n");
  }

  @Test
  void aRandomTokenIsInTheAddressAndDiffersEachTime() {
    try (FrameServer one = FrameServer.builder().randomToken().build();
        FrameServer other = FrameServer.builder().randomToken().build()) {
      assertThat(one.uri().getQuery()).matches("token=[A-Za-z0-9_-]{24}");
      assertThat(one.uri().getQuery()).isNotEqualTo(other.uri().getQuery());
    }
  }

  @Test
  void whatOtherMachinesReachIsServedUnderAnyNameToThoseWhoKnowTheToken() throws Exception {
    try (FrameServer everywhere = FrameServer.builder().host("*").token(TOKEN).build()) {
      assertThat(
              Clients.answer(
                  everywhere,
                  Clients.request(
                      "GET", "/", "Host: camera.lan", "Authorization: Bearer " + TOKEN)))
          .startsWith("HTTP/1.1 200 ");
      assertThat(Clients.answer(everywhere, Clients.request("GET", "/", "Host: camera.lan")))
          .startsWith("HTTP/1.1 401 ");
    }
  }

  @Test
  void withoutATokenOtherMachinesAreServedOnlyWhereThatIsWanted() throws Exception {
    try (FrameServer everywhere = FrameServer.builder().host("*").withoutToken().build()) {
      assertThat(Clients.answer(everywhere, Clients.request("GET", "/", "Host: camera.lan")))
          .startsWith("HTTP/1.1 200 ");
    }
  }
}
