package io.framewire;

import io.framewire.spi.Situation;
import io.framewire.spi.Transport;
import io.framewire.wire.Multipart;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The answers a sender waits for, and when there is no more reason to wait for one. One thread at a
 * time.
 */
final class Answers {
  private static final long FIRST_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Connection connection;
  private long peersLost;
  private long sentNanos;
  private Optional<Transport> heard = Optional.empty();
  private long peersLostWhenHeard;
  private long patienceNanos = FIRST_PATIENCE_NANOS;

  Answers(Connection connection) {
    this.connection = connection;
  }

  /** What is sent next is to be answered. */
  void expect() {
    peersLost = connection.transport().peersLost();
    sentNanos = System.nanoTime();
  }

  /** Waits for a moment. */
  Optional<Multipart> look(long deadline) {
    Transport transport = connection.transport();
    Optional<Multipart> answer = transport.receive(TimeLeft.look(deadline));
    if (answer.isPresent()) {
      heard = Optional.of(transport);
      peersLostWhenHeard = transport.peersLost();
      patienceNanos = FIRST_PATIENCE_NANOS;
      connection.heard();
    }
    return answer;
  }

  /**
   * Why the answer to what was sent last will not come on this connection, where the stream is to
   * go on then.
   */
  Optional<String> hopeless() {
    if (!connection.options.reconnect()) {
      return Optional.empty();
    }
    Transport transport = connection.transport();
    if (transport.peersLost() > peersLost) {
      return Optional.of("the receiver left before it answered");
    }
    return isStuck(transport)
        ? Optional.of("a peer is connected, but has never answered on this connection")
        : Optional.empty();
  }

  /**
   * A PAIR receiver that had another peer when this end connected never takes anything from it, not
   * even when the other one has left.
   */
  private boolean isStuck(Transport transport) {
    if (connection.options.bind() || hasAnswered(transport)) {
      return false;
    }
    if (transport.situation().state() != Situation.State.CONNECTED) {
      sentNanos = System.nanoTime();
      return false;
    }
    if (System.nanoTime() - sentNanos < patienceNanos) {
      return false;
    }
    patienceNanos *= 2;
    return true;
  }

  /** Whether there was an answer from the peer of this very connection. */
  private boolean hasAnswered(Transport transport) {
    return heard.filter(transport::equals).isPresent()
        && transport.peersLost() == peersLostWhenHeard;
  }
}
