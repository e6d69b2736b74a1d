package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Exchanges.exchange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.spi.Transport;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** JeroMQ speaks over the Unix connections themselves. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "finds the ports in /proc")
class DirectTest extends IpcConnections {
  private static final int[] SIZES = {1, 921_600};

  @Override
  Route route(TransportRequest request) {
    return Route.of(request);
  }

  @ParameterizedTest
  @EnumSource
  void neitherEndListensOnAPortOrHasAThreadForTheConnection(Pattern pattern) {
    Set<Integer> before = LoopbackPorts.listening();
    Transport receiver = open(pattern, Role.RECEIVER, true);
    exchange(pattern, open(pattern, Role.SENDER, false), receiver, SIZES);
    // JeroMQ's nudge listens for a moment
    await().until(() -> LoopbackPorts.listening().equals(before));
    await().until(DirectTest::bridgeThreads, List.of("framewire-ipc-accept")::equals);
  }

  private static List<String> bridgeThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("framewire-ipc-"))
        .toList();
  }

  @Test
  void isTheWayOfEveryIpcStreamHere() {
    TransportRequest binding = request(true);
    TransportRequest connecting = request(false);
    assertThat(Route.of(binding)).isInstanceOf(DirectBinding.class);
    assertThat(Route.of(connecting)).isInstanceOf(DirectConnecting.class);
  }

  private TransportRequest request(boolean bind) {
    return Lab.request(Pattern.PAIR, Role.SENDER, endpoint(), bind);
  }

  /** The first byte is read before JeroMQ has the connection, and no more. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 10, 11, 12, 63, 64})
  void hearsAPeerWhoseGreetingComesInTwoPieces(int first) throws IOException {
    open(Pattern.PUSH_PULL, Role.RECEIVER, true);
    byte[] greeting = RawPeer.greeting("NULL");
    try (SocketChannel peer = connect()) {
      peer.write(ByteBuffer.wrap(greeting, 0, first));
      assertThat(greeting(peer)).isPositive();
      peer.write(ByteBuffer.wrap(greeting, first, greeting.length - first));
      assertThat(hear(peer, "READY")).contains("READY");
    }
  }

  private static String hear(SocketChannel peer, String word) {
    StringBuilder heard = new StringBuilder();
    ByteBuffer bytes = ByteBuffer.allocate(100);
    try {
      while (heard.indexOf(word) < 0 && peer.read(bytes.clear()) >= 0) {
        heard.append(StandardCharsets.ISO_8859_1.decode(bytes.flip()));
      }
      return heard.toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void closesTheConnectionOfAStrangerWhoGreetsOtherwise() throws IOException {
    open(Pattern.PAIR, Role.RECEIVER, true);
    try (SocketChannel stranger = connect()) {
      stranger.write(ByteBuffer.wrap(Stranger.ascii("GET / HTTP/1.1\r\n\r\n")));
      assertThat(hear(stranger, "never said")).doesNotContain("READY");
    }
  }

  @Test
  void goesByTheLoopbackWhereNobodyWouldSeeTheEngine() {
    Set<Integer> before = LoopbackPorts.listening();
    Route route = new DirectConnecting(IpcPath.of(endpoint()));
    try (ZMQ.Context context = ZmqThreads.context();
        ZMQ.Socket socket = context.socket(SocketType.PAIR)) {
      route.attach(socket);
      assertThat(LoopbackPorts.opened(before)).isPositive();
    }
    route.close(Deadline.in(Lab.SECOND));
    assertThat(LoopbackPorts.listening()).isEqualTo(before);
  }

  @Test
  void closesWhatJeromqHasNotClosed() throws IOException {
    open(Pattern.PUSH_PULL, Role.RECEIVER, true);
    Links links = new Links(IpcPath.of(endpoint()));
    try (SocketChannel going = connect();
        SocketChannel late = connect()) {
      Links.Member member = new Link(going, unix -> unix);
      links.goesOn(member, going);
      links.close(Deadline.in(Lab.SECOND));
      assertThat(going.isOpen()).isFalse();
      assertThatThrownBy(() -> links.goesOn(member, late)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void connectsAgainWhenTheOtherEndComesBack() {
    Transport receiver = open(Pattern.PAIR, Role.RECEIVER, true);
    Transport sender = open(Pattern.PAIR, Role.SENDER, false);
    exchange(Pattern.PAIR, sender, receiver, SIZES);
    receiver.close();
    exchange(Pattern.PAIR, sender, open(Pattern.PAIR, Role.RECEIVER, true), SIZES);
  }
}
