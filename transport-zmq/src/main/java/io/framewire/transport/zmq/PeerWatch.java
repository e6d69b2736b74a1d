package io.framewire.transport.zmq;

import io.framewire.spi.Situation;
import io.framewire.spi.Situation.State;
import io.framewire.spi.TransportRequest;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQ;

/** Follows what JeroMQ's I/O thread reports about connections; read by any thread. */
final class PeerWatch implements zmq.ZMQ.EventConsummer {
  private static final Logger LOG = LoggerFactory.getLogger(PeerWatch.class);
  private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long SELECT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long GREETING_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  private final TransportRequest request;
  private final Admission admission;
  private final Set<Object> turnedOut = Collections.newSetFromMap(new WeakHashMap<>());
  private volatile boolean heard;
  private volatile boolean settling;
  private boolean greeted;
  private boolean nudged;
  private long settlingSince;
  private int connections;
  private boolean everConnected;
  private int losses;
  private boolean retrying;
  private long lostAt;

  PeerWatch(TransportRequest request, Admission admission) {
    this.request = request;
    this.admission = admission;
    this.settling = !request.bind();
  }

  @Override
  public void consume(zmq.ZMQ.Event event) {
    LOG.debug("{}: event {} at {}", request.endpoint(), event.event, event.addr);
    switch (event.event) {
      case ZMQ.EVENT_CONNECTED, ZMQ.EVENT_ACCEPTED -> admit((SocketChannel) event.arg);
      case ZMQ.EVENT_HANDSHAKE_PROTOCOL -> greeted();
      case ZMQ.EVENT_DISCONNECTED -> disconnected(event.arg);
      case ZMQ.EVENT_CONNECT_RETRIED -> retried();
      default -> {}
    }
  }

  /** One that may not be here is neither read from nor counted. */
  private void admit(SocketChannel connection) {
    if (admission.admits(connection)) {
      connected();
      return;
    }
    turnedOut.add(connection);
    try {
      connection.shutdownInput();
      connection.shutdownOutput();
    } catch (IOException gone) {
      LOG.debug("{}: a stranger left by itself", request.endpoint());
    }
  }

  private synchronized void connected() {
    connections++;
    everConnected = true;
    retrying = true;
    settling = !request.bind();
    settlingSince = System.nanoTime();
    greeted = false;
    nudged = false;
  }

  private synchronized void greeted() {
    greeted = true;
    settling &= !nudged;
  }

  private void disconnected(Object connection) {
    if (!turnedOut.remove(connection)) {
      disconnected();
    }
  }

  private synchronized void disconnected() {
    connections = Math.max(0, connections - 1);
    losses++;
    retrying = false;
    settling = false;
    lostAt = System.nanoTime();
  }

  private synchronized void retried() {
    retrying = true;
    settling = false;
  }

  /** A message came, so the other side speaks the same. */
  void heard() {
    heard = true;
  }

  boolean hasHeard() {
    return heard;
  }

  /** Whether this end makes a connection that JeroMQ may still have to be helped with. */
  boolean isSettling() {
    return settling;
  }

  /** Whether to help it now: once in any case, for it may look well, and while no greeting came. */
  synchronized boolean takeNudge() {
    long due = nudged ? GREETING_NANOS : SELECT_NANOS;
    if (!settling || connections == 0 || System.nanoTime() - settlingSince < due) {
      return false;
    }
    nudged = true;
    settling = !greeted;
    settlingSince = System.nanoTime();
    return true;
  }

  synchronized int connections() {
    return connections;
  }

  /**
   * Whether the peer this end connects to broke the handshake off, as one does that has another
   * pattern: either JeroMQ has given it up, or the peer left without a word more than once.
   */
  synchronized boolean turnedAway() {
    boolean givenUp = !retrying && System.nanoTime() - lostAt > RETRY_NANOS;
    return !request.bind() && !heard && losses > 0 && (givenUp || losses > 1);
  }

  synchronized long peersLost() {
    return losses;
  }

  synchronized Situation situation() {
    String where = request.endpoint().toString();
    if (connections > 0) {
      return new Situation(State.CONNECTED, "a peer is connected at " + where);
    }
    if (everConnected) {
      return new Situation(
          State.DISCONNECTED,
          heard || SocketKind.isOneWaySender(request)
              ? "the peer at " + where + " has gone"
              : "a peer connected at "
                  + where
                  + " and left without a word, as one does that has another pattern or sends more"
                  + " than maxMessageBytes, "
                  + request.options().maxMessageBytes());
    }
    return new Situation(
        State.WAITING,
        request.bind() ? "nobody has connected to " + where : "nothing listens at " + where);
  }
}
