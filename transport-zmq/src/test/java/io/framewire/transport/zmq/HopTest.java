package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.spi.Transport;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way over the loopback that an ipc stream takes inside is nobody else's way in. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "finds the inner port in /proc")
class HopTest extends IpcConnections {
  private static final int CONNECTIONS = 50;

  @Override
  Route route(TransportRequest request) {
    return Route.bridge(request, IpcPath.of(request.endpoint()));
  }

  @ParameterizedTest
  @EnumSource
  void anEndThatBindsListensOnNoPort(Pattern pattern) {
    Set<Integer> before = LoopbackPorts.listening();
    Transport receiver = open(pattern, Role.RECEIVER, true);
    assertThat(LoopbackPorts.listening()).isEqualTo(before);
    Transport sender = open(pattern, Role.SENDER, false);
    int connecting = LoopbackPorts.opened(before);
    CompletableFuture<?> sent = Lab.background(() -> sender.send(text("frame"), LONG));
    assertThat(receiveWord(receiver)).isEqualTo("frame");
    sent.join();
    await().until(() -> LoopbackPorts.opened(before) == connecting);
  }

  @Test
  void aStrangerWhoConnectsWhileAHopIsMadeIsClosed() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(HopPass.loopback(0), CONNECTIONS);
      List<SocketChannel> strangers = new ArrayList<>();
      for (int hop = 0; hop < 10; hop++) {
        SocketChannel stranger = lab.closeLater(SocketChannel.open(server.getLocalAddress()));
        stranger.write(ByteBuffer.wrap(Stranger.ascii(Stranger.STOLEN)));
        strangers.add(stranger);
        assertThatEndsMeet(LoopbackPair.over(server));
      }
      for (SocketChannel stranger : strangers) {
        assertThat(isClosed(stranger)).isTrue();
      }
    }
  }

  private static boolean isClosed(SocketChannel stranger) {
    try {
      return greeting(stranger) < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private void assertThatEndsMeet(LoopbackPair pair) throws IOException {
    SocketChannel inner = lab.closeLater(pair.inner());
    SocketChannel outer = lab.closeLater(pair.outer());
    outer.write(ByteBuffer.wrap(Stranger.ascii("ours")));
    inner.configureBlocking(true);
    ByteBuffer heard = ByteBuffer.allocate(100);
    inner.read(heard);
    assertThat(heard.flip()).isEqualTo(ByteBuffer.wrap(Stranger.ascii("ours")));
  }

  @Test
  void aStrangerNeverReachesTheFileThatASenderConnectsTo() throws Exception {
    try (ServerSocketChannel peer = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      peer.bind(UnixDomainSocketAddress.of(folder.resolve("cam:5555")));
      CompletableFuture<byte[]> heard = Lab.background(() -> hearAndHangUp(peer));
      Set<Integer> before = LoopbackPorts.listening();
      open(Pattern.PUSH_PULL, Role.SENDER, false);
      int port = LoopbackPorts.opened(before);
      AtomicBoolean over = new AtomicBoolean();
      CompletableFuture<Integer> strangers = Lab.background(() -> intrudeUntil(over, port));
      String words = new String(heard.get(), StandardCharsets.ISO_8859_1);
      over.set(true);
      assertThat(words).contains("\u00ff").doesNotContain(Stranger.STOLEN);
      assertThat(strangers.get()).as("what strangers were told, in bytes").isZero();
    }
  }

  /** What is said on many connections, each of which is ended after its first words. */
  private static byte[] hearAndHangUp(ServerSocketChannel peer) {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    for (int count = 0; count < CONNECTIONS; count++) {
      try (SocketChannel connection = peer.accept()) {
        ByteBuffer words = ByteBuffer.allocate(1_000);
        connection.read(words);
        heard.write(words.array(), 0, words.position());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return heard.toByteArray();
  }

  private static int intrudeUntil(AtomicBoolean over, int port) {
    int told = 0;
    while (!over.get()) {
      told += Stranger.intrude(port, Stranger.ascii(Stranger.STOLEN)).length;
    }
    return told;
  }

  @Test
  void aStrangerAtTheRightAddressDoesNotKnowTheSecret() throws Exception {
    for (String words : new String[] {"", "0123456789abcdef", "0123456789abcdef and a frame"}) {
      assertThat(isShown(words.getBytes(StandardCharsets.US_ASCII))).isFalse();
    }
    assertThat(isShown(null)).isTrue();
  }

  /** Whether a connection is taken for ours that begins with these words, or with the secret. */
  private static boolean isShown(byte[] words) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open();
        SocketChannel hop = HopPass.newChannel()) {
      server.bind(HopPass.loopback(0));
      HopPass pass = HopPass.bind(hop);
      hop.connect(server.getLocalAddress());
      try (SocketChannel accepted = server.accept()) {
        assertThat(pass.isFrom(accepted)).isTrue();
        accepted.configureBlocking(false);
        if (words == null) {
          pass.show(hop);
        } else {
          hop.write(ByteBuffer.wrap(words));
        }
        return pass.isShownBy(accepted);
      }
    }
  }

  @Test
  void startsNothingOnceItIsClosed() throws Exception {
    IpcPath place = IpcPath.of(open(Pattern.PUSH_PULL, Role.RECEIVER, true).endpoint());
    Links links = new Links(place);
    links.close(Deadline.in(Duration.ZERO));
    SocketChannel unix = lab.closeLater(connect());
    assertThat(links.start(new Link(unix, from -> from))).isFalse();
    assertThat(unix.isOpen()).isFalse();
  }
}
