package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.SECOND;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.spi.TransportOptions;
import io.framewire.spi.TransportRequest;
import io.framewire.testing.Requests;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import io.framewire.wire.Security;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire after a break is what went over it before: with keys, no plain text. */
class StillEncryptedTest {
  private static final String MARKER = "plain-text-marker";
  private static final Duration HEARTBEAT = Duration.ofMillis(200);

  @RegisterExtension final Lab lab = new Lab();
  @TempDir private Path folder;
  private Ends ends;

  @BeforeEach
  void makeKeys() {
    ends = new Ends(folder);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void afterAConnectionThatWasCut(boolean encrypted) {
    Transport receiver = lab.open(receiver(encrypted));
    Tap tap = lab.closeLater(new Tap(receiver.endpoint()));
    Transport sender = lab.open(sender(encrypted, tap.endpoint()));
    deliver(sender, receiver);
    int before = tap.count(MARKER);
    tap.cut();
    await().atMost(LONG).until(() -> tap.accepted() > 1);
    deliver(sender, receiver);

    assertThat(before > 0).isEqualTo(!encrypted);
    assertThat(tap.count(MARKER) > before).isEqualTo(!encrypted);
  }

  /**
   * Two greetings have 64 bytes each, so it breaks where the handshake has begun; and the sender's
   * question who listens, on a connection of its own, is shorter than both.
   */
  @Test
  void afterAHandshakeThatBrokeOff() {
    Transport receiver = lab.open(unhurried(ends.server, Role.RECEIVER, Lab.ANY, true));
    Tap tap = lab.closeLater(new Tap(receiver.endpoint()));
    tap.cutAfter(130);
    Transport sender = lab.open(unhurried(ends.client, Role.SENDER, tap.endpoint(), false));
    assertThat(sender.send(text("header", MARKER), LONG)).isEqualTo(Sent.YES);

    assertThat(Lab.receiveWord(receiver)).isEqualTo("header");
    assertThat(tap.isToCut()).isFalse();
    assertThat(tap.count(MARKER)).isZero();
  }

  @Test
  void sendsNothingAndKeepsItsTimeWhereTheHandshakeHangs() throws IOException {
    ServerSocket server = lab.closeLater(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Lab.background(
        () -> {
          while (true) {
            new RawPeer(accept(server)).send(RawPeer.greeting("CURVE"));
          }
        });
    Transport sender =
        lab.open(sender(true, Endpoint.parse("tcp://127.0.0.1:" + server.getLocalPort())));
    long begun = System.nanoTime();
    assertThat(sender.send(text("header", MARKER), Duration.ofMillis(300)))
        .isEqualTo(Sent.TIMED_OUT);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void afterASilenceLongerThanTheHeartbeat(boolean encrypted) {
    Transport receiver = lab.open(receiver(encrypted));
    Tap tap = lab.closeLater(new Tap(receiver.endpoint()));
    Transport sender = lab.open(sender(encrypted, tap.endpoint()));
    deliver(sender, receiver);
    int before = tap.count(MARKER);
    long begun = System.nanoTime();
    tap.pause();
    await()
        .atMost(LONG)
        .until(() -> System.nanoTime() - begun > HEARTBEAT.multipliedBy(5).toNanos());
    tap.resume();
    deliver(sender, receiver);

    assertThat(tap.count(MARKER) > before).isEqualTo(!encrypted);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void afterBothEndsWereMadeAnewFromTheSameRequests(boolean encrypted) {
    TransportRequest request = receiver(encrypted);
    Transport receiver = lab.open(request);
    Tap tap = lab.closeLater(new Tap(receiver.endpoint()));
    Transport sender = lab.open(sender(encrypted, tap.endpoint()));
    deliver(sender, receiver);
    int before = tap.count(MARKER);
    Endpoint place = receiver.endpoint();
    sender.close();
    receiver.close();
    Transport receiverAgain = lab.open(request(encrypted, ends.server, Role.RECEIVER, place, true));
    deliver(lab.open(sender(encrypted, tap.endpoint())), receiverAgain);

    assertThat(before > 0).isEqualTo(!encrypted);
    assertThat(tap.count(MARKER) > before).isEqualTo(!encrypted);
  }

  /** Sends until one arrives, for what was under way at a break is lost. */
  private static void deliver(Transport sender, Transport receiver) {
    AtomicBoolean arrived = new AtomicBoolean();
    CompletableFuture<?> sending =
        Lab.background(
            () -> {
              while (!arrived.get()) {
                sender.send(text("header", MARKER.repeat(100)), Duration.ofMillis(100));
              }
              return true;
            });
    try (Multipart message = receiver.receive(LONG).orElseThrow()) {
      assertThat(Lab.word(message)).isEqualTo("header");
    }
    arrived.set(true);
    sending.join();
    while (receiver.receive(SECOND.dividedBy(10)).isPresent()) {
      // those that were sent as well
    }
  }

  private static Socket accept(ServerSocket server) {
    try {
      return server.accept();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  private TransportRequest receiver(boolean encrypted) {
    return request(encrypted, ends.server, Role.RECEIVER, Lab.ANY, true);
  }

  private TransportRequest sender(boolean encrypted, Endpoint to) {
    return request(encrypted, ends.client, Role.SENDER, to, false);
  }

  /** With a heartbeat that a busy machine keeps up, for a message that may not get lost. */
  private static TransportRequest unhurried(
      Security security, Role role, Endpoint at, boolean bind) {
    return Ends.request(security, Pattern.PUSH_PULL, role, at, bind);
  }

  private static TransportRequest request(
      boolean encrypted, Security security, Role role, Endpoint at, boolean bind) {
    TransportOptions options =
        Requests.options(
            1 << 20, 4, HEARTBEAT, encrypted ? Optional.of(security) : Optional.empty());
    return Requests.request(at, Pattern.PUSH_PULL, role, bind, new FramePool(), options);
  }
}
