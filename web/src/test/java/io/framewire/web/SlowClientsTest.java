package io.framewire.web;

import static io.framewire.web.TestFrames.RED;
import static io.framewire.web.TestFrames.awaitNoThreads;
import static io.framewire.web.TestFrames.show;
import static io.framewire.web.TestFrames.showing;
import static io.framewire.web.TestFrames.threads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Browsers that are slow, stuck, or no browsers. */
class SlowClientsTest {
  private static final int PICTURES = 30;
  private static final int MARK_STEP = 8;

  private final FrameServer server =
      FrameServer.builder().clientTimeout(Duration.ofMillis(400)).maxClients(2).rate(200).build();
  private final StreamView view = server.view("camera");

  @AfterEach
  void everythingEnds() {
    server.close();
    awaitNoThreads();
  }

  @Test
  void oneThatTakesNothingIsSentAway() throws Exception {
    try (AutoCloseable showing = showing(view, 400);
        Socket stalled = Clients.socket(server)) {
      Clients.say(stalled, Clients.request("GET", "/streams/camera/video", "Host: localhost"));
      await().until(() -> Clients.figures(server, "camera").get("viewers").equals(1));
      await().until(() -> Clients.figures(server, "camera").get("viewers").equals(0));
      assertThat(showing).isNotNull();
    }
  }

  @Test
  void oneThatIsSlowGetsTheNewestPictureNotAQueue() throws Exception {
    try (FrameServer patient = FrameServer.builder().rate(1000).build();
        Socket slow = new Socket()) {
      StreamView many = patient.view("camera");
      slow.setReceiveBufferSize(16 << 10);
      slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), patient.port()));
      slow.setSoTimeout(20_000);
      Clients.say(slow, Clients.request("GET", "/streams/camera/video", "Host: localhost"));
      await().until(() -> many.feed().situation().watchers() == 1);
      for (int i = 1; i <= PICTURES; i++) {
        int pictures = i;
        TestFrames.showNoise(many, 400, i * MARK_STEP);
        await()
            .pollInterval(Duration.ofMillis(1))
            .until(() -> many.feed().situation().encoded() == pictures);
      }
      Mjpeg video = new Mjpeg(slow.getInputStream());
      video.skipHead();
      List<Integer> taken = new ArrayList<>();
      do {
        taken.add(Math.round((float) video.next().mark() / MARK_STEP));
      } while (taken.get(taken.size() - 1) < PICTURES);
      assertThat(taken).as("those on their way, and the newest").hasSizeLessThan(8).isSorted();
    }
  }

  @Test
  void oneThatNeverFinishesItsRequestHoldsNoThread() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (String words : new String[] {"", "GET / HTTP/1.1\r\nHost: ", "\r"}) {
        Socket socket = Clients.socket(server);
        sockets.add(socket);
        Clients.say(socket, words);
      }
      await().until(() -> threads().contains("framewire-web-client"));
      await().until(() -> !threads().contains("framewire-web-client"));
      for (Socket socket : sockets) {
        assertThat(socket.getInputStream().read()).as("closed").isNegative();
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void oneThatDripsItsRequestIsCutOffToo() throws Exception {
    try (Socket socket = Clients.socket(server)) {
      Clients.say(socket, "GET / HTTP/1.1\r\n");
      await()
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                try {
                  Clients.say(socket, "A: b\r\n");
                  return false;
                } catch (IOException closed) {
                  return true;
                }
              });
    }
  }

  @Test
  void aHeadThatIsTooLongIsRefused() throws Exception {
    assertThat(
            Clients.answer(
                server, Clients.request("GET", "/?" + "x".repeat(20_000), "Host: localhost")))
        .startsWith("HTTP/1.1 431 ")
        .contains("longer than 16384 bytes");
    StringBuilder many = new StringBuilder("GET / HTTP/1.1\r\n");
    for (int i = 0; i < 65; i++) {
      many.append("A").append(i).append(": b\r\n");
    }
    assertThat(Clients.answer(server, many + "\r\n")).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void thereIsALimitToConnectionsAltogether() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try (FrameServer patient = FrameServer.builder().maxClients(1).build()) {
      for (int i = 0; i < 33; i++) {
        sockets.add(Clients.socket(patient));
      }
      try (Socket refused = Clients.socket(patient)) {
        assertThat(new String(refused.getInputStream().readAllBytes()))
            .startsWith("HTTP/1.1 503 ")
            .endsWith("too many connections: try again later\n");
      }
      sockets.remove(0).close();
      await().until(() -> Clients.get(patient, "/").statusCode() == 200);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void severalRequestsMayFollowOnOneConnection() throws Exception {
    show(view, 8, 8, RED);
    String get = "GET /api/streams HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String last = Clients.request("GET", "/icon.svg", "Host: localhost");
    String answers = Clients.answer(server, get + get + last);
    assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(4);
    assertThat(answers).endsWith("</svg>\n");
  }

  @Test
  void aBrowserThatLeavesWhileNothingIsShownIsNoticed() throws Exception {
    try (Socket socket = Clients.socket(server)) {
      Clients.say(socket, Clients.request("GET", "/streams/camera/video", "Host: localhost"));
      await().until(() -> Clients.figures(server, "camera").get("viewers").equals(1));
    }
    await().until(() -> Clients.figures(server, "camera").get("viewers").equals(0));
  }
}
