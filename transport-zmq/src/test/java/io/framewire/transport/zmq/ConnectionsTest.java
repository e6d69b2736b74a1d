package io.framewire.transport.zmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionsTest {
  @RegisterExtension final Lab lab = new Lab();
  private final Connections connections = new Connections();

  @Test
  void countsThoseThatShookHandsAndHaveNotEnded() throws IOException {
    SocketChannel one = channel();
    Contact peer = connections.opened(one);
    connections.opened(channel());
    assertThat(connections.peers()).isZero();
    assertThat(connections.shookHands(peer)).isTrue();
    assertThat(connections.shookHands(peer)).isFalse();
    assertThat(connections.peers()).isOne();
    connections.closed(one);
    assertThat(connections.peers()).isZero();
    assertThat(connections.open()).isOne();
  }

  @Test
  void countsNoneThatWasWrittenOff() throws IOException {
    Contact peer = connections.opened(channel());
    connections.shookHands(peer);
    peer.throwOut();
    assertThat(connections.peers()).isOne();
    assertThat(connections.writeOff(-1)).containsExactly(peer);
    assertThat(connections.peers()).isZero();
  }

  @Test
  void givesAPlaceToEachPeerThatComesLater() throws IOException {
    for (int count = 0; count < 3; count++) {
      connections.shookHands(connections.opened(channel()));
      assertThat(connections.anyPeer(peer -> !peer.placed)).isTrue();
      connections.placed();
      assertThat(connections.anyPeer(peer -> !peer.placed)).isFalse();
    }
  }

  @Test
  void keepsNoMessageWaitingWhoseReceiversHaveTheirPlaces() throws IOException {
    connections.shookHands(connections.opened(channel()));
    connections.placed();
    synchronized (connections) {
      CompletableFuture<Integer> sending =
          Lab.background(
              () -> {
                connections.placed();
                return connections.peers();
              });
      assertThat(sending).succeedsWithin(Lab.LONG).isEqualTo(1);
    }
  }

  private SocketChannel channel() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return lab.closeLater(SocketChannel.open(server.getLocalAddress()));
    }
  }
}
