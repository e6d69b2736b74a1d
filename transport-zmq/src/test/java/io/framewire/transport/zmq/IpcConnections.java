package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.spi.Transport;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for the connections to a socket file, whichever way JeroMQ gets them. */
abstract class IpcConnections {
  @RegisterExtension final Lab lab = new Lab();
  @TempDir Path folder;

  abstract Route route(TransportRequest request);

  @ParameterizedTest
  @EnumSource
  void aVisitorWhoSaysNothingIsGivenNothingAndTakesNobodysPlace(Pattern pattern)
      throws IOException {
    Transport sender = open(pattern, Role.SENDER, true);
    SocketChannel silent = lab.closeLater(connect());
    connect().close();
    CompletableFuture<?> sent = Lab.background(() -> sender.send(text("for a peer"), LONG));
    Transport receiver = open(pattern, Role.RECEIVER, false);
    assertThat(receiveWord(receiver)).isEqualTo("for a peer");
    sent.join();
    assertThat(sender.peersLost()).isZero();
    silent.configureBlocking(false);
    assertThat(greeting(silent)).isZero();
  }

  @Test
  void aHundredOpensAndClosesLeaveNothingOpen() {
    openAndClose(10);
    int descriptors = LoopbackPorts.descriptors().size();
    openAndClose(90);
    assertThat(LoopbackPorts.descriptors()).hasSizeLessThanOrEqualTo(descriptors + 3);
    await().atMost(Lab.LONG).untilAsserted(() -> assertThat(Lab.zmqThreads()).isZero());
  }

  private void openAndClose(int times) {
    for (int count = 0; count < times; count++) {
      Transport receiver = open(Pattern.PUSH_PULL, Role.RECEIVER, true);
      Transport sender = open(Pattern.PUSH_PULL, Role.SENDER, false);
      sender.send(text("hello"), LONG);
      assertThat(receiveWord(receiver)).isEqualTo("hello");
      sender.close(Duration.ofSeconds(2));
      receiver.close(Duration.ofSeconds(2));
    }
  }

  @Test
  void takesALimitedNumberOfConnectionsAndMoreWhenSomeHaveGone() throws Exception {
    open(Pattern.PUSH_PULL, Role.RECEIVER, true);
    List<SocketChannel> connections = new ArrayList<>();
    for (int count = 0; count < Links.MAX; count++) {
      connections.add(lab.closeLater(connect()));
      assertThat(answer(connections.get(count))).isPositive();
    }
    assertThat(answer(lab.closeLater(connect()))).as("one too many").isNegative();
    connections.get(0).close();
    await().until(() -> answer(lab.closeLater(connect())) > 0);
  }

  SocketChannel connect() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("cam:5555")));
  }

  /** How many bytes are answered to a greeting; negative if the connection was closed. */
  private static int answer(SocketChannel connection) throws IOException {
    try {
      connection.write(ByteBuffer.wrap(new byte[] {(byte) 0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f}));
      return greeting(connection);
    } catch (IOException closed) {
      return -1;
    }
  }

  static int greeting(SocketChannel connection) throws IOException {
    return connection.read(ByteBuffer.allocate(64));
  }

  Endpoint endpoint() {
    return new Endpoint("ipc", folder.resolve("cam:5555").toString());
  }

  Transport open(Pattern pattern, Role role, boolean bind) {
    TransportRequest request = Lab.request(pattern, role, endpoint(), bind);
    return lab.closeLater(new ZmqTransport(request, route(request)));
  }
}
