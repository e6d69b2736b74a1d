package io.framewire.transport.zmq;

import io.framewire.spi.Situation;
import io.framewire.spi.Situation.State;
import io.framewire.spi.TransportRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQ;

/** Follows what JeroMQ's I/O thread reports about connections; read by any thread. */
final class PeerWatch implements zmq.ZMQ.EventConsummer {
  private static final Logger LOG = LoggerFactory.getLogger(PeerWatch.class);

  private final TransportRequest request;
  private int connections;
  private boolean everConnected;
  private boolean heard;

  PeerWatch(TransportRequest request) {
    this.request = request;
  }

  @Override
  public void consume(zmq.ZMQ.Event event) {
    LOG.debug("{}: event {} at {}", request.endpoint(), event.event, event.addr);
    synchronized (this) {
      switch (event.event) {
        case ZMQ.EVENT_CONNECTED, ZMQ.EVENT_ACCEPTED -> {
          connections++;
          everConnected = true;
        }
        case ZMQ.EVENT_DISCONNECTED -> connections = Math.max(0, connections - 1);
        default -> {}
      }
    }
  }

  /** A message came, so the other side speaks the same. */
  void heard() {
    if (!heard) {
      synchronized (this) {
        heard = true;
      }
    }
  }

  synchronized boolean hasHeard() {
    return heard;
  }

  /** Whether a peer was there and left without a word, as one does that has another pattern. */
  synchronized boolean leftInSilence() {
    return everConnected && connections == 0 && !heard;
  }

  synchronized Situation situation() {
    String where = request.endpoint().toString();
    if (connections > 0) {
      return new Situation(State.CONNECTED, "a peer is connected at " + where);
    }
    if (leftInSilence()) {
      return new Situation(
          State.DISCONNECTED, "a peer connected at " + where + " and left without a word");
    }
    if (everConnected) {
      return new Situation(State.DISCONNECTED, "the peer at " + where + " has gone");
    }
    return new Situation(
        State.WAITING,
        request.bind() ? "nobody has connected to " + where : "nothing listens at " + where);
  }
}
