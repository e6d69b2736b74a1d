package io.framewire;

import io.framewire.error.ProtocolException;
import io.framewire.spi.Transport;
import io.framewire.wire.Message;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the peer that asked, and no other one in its place. One thread at a time. */
final class Answerer {
  private static final Logger LOG = LoggerFactory.getLogger(Answerer.class);

  private final Connection connection;
  private Optional<Transport> asking = Optional.empty();
  private long lostWhenAsked;
  private long lostWhenAnswered;

  Answerer(Connection connection) {
    this.connection = connection;
  }

  /** A message came, and what is said next is the answer to it. */
  void asked() {
    Transport transport = connection.transport();
    if (asking.filter(transport::equals).isEmpty()) {
      asking = Optional.of(transport);
      lostWhenAnswered = 0;
    }
    lostWhenAsked = transport.peersLost();
  }

  /** Says it; or drops it, where the peer that asked has left. */
  void say(Message answer, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      if (!trySay(answer, deadline)) {
        LOG.debug("{}: an answer was dropped, because who asked has left", connection.endpoint());
      }
    } catch (ProtocolException bad) {
      connection.survive(bad, deadline);
    } finally {
      lostWhenAnswered = lostWhenAsked;
    }
  }

  private boolean trySay(Message answer, long deadline) {
    Transport transport = connection.transport();
    // of a peer that left since the last answer nobody knows whether it was this one that asked
    boolean doubtful = isPair() && lostWhenAsked > lostWhenAnswered;
    do {
      if (hasLeft(transport, doubtful)) {
        return false;
      }
      Multipart parts = connection.codec.encode(answer, connection.pool);
      switch (transport.send(parts, TimeLeft.look(deadline))) {
        case TIMED_OUT -> {}
        case LOST -> {
          connection.renew("the sender left in the middle of an answer", deadline);
          return false;
        }
        default -> {
          return true;
        }
      }
    } while (!doubtful && System.nanoTime() < deadline);
    if (doubtful) {
      return false;
    }
    throw connection.silence("no answer could be sent");
  }

  /** REP finds the peer that asked by itself, and forgets the answer where that one has left. */
  private boolean hasLeft(Transport transport, boolean doubtful) {
    return isPair()
        && (transport.peersLost() > lostWhenAsked
            || doubtful && transport.situation().peerHasGone());
  }

  private boolean isPair() {
    return connection.options.pattern() == Pattern.PAIR;
  }
}
