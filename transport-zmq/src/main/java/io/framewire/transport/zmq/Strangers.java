package io.framewire.transport.zmq;

import io.framewire.spi.Situation;
import io.framewire.spi.TransportRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.zeromq.ZMQ;

/**
 * What is known of peers that must not take part: those that were refused for their keys or refuse
 * this end's, and those that send without end. Hands on what JeroMQ reports. Safe for use by
 * several threads.
 */
final class Strangers implements zmq.ZMQ.EventConsummer {
  private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);

  private final TransportRequest request;
  private final zmq.ZMQ.EventConsummer next;
  private final Unfinished unfinished;
  private volatile Optional<ZapHandler> zapHandler = Optional.empty();
  private volatile boolean refusesOurKey;
  private volatile boolean usesAnotherServerKey;
  private int connections;

  Strangers(TransportRequest request, zmq.ZMQ.EventConsummer next) {
    this.request = request;
    this.next = next;
    this.unfinished = new Unfinished(request.options().highWaterMark());
  }

  /** What counts the parts of unfinished messages. */
  Unfinished unfinished() {
    return unfinished;
  }

  /** Who decides about keys here; it is to be told when the socket has ended. */
  void decides(ZapHandler handler) {
    zapHandler = Optional.of(handler);
  }

  @Override
  public void consume(zmq.ZMQ.Event event) {
    switch (event.event) {
      case ZMQ.EVENT_CONNECTED, ZMQ.EVENT_ACCEPTED -> connections++;
      case ZMQ.EVENT_DISCONNECTED -> disconnected();
      case ZMQ.HANDSHAKE_FAILED_AUTH -> refusesOurKey = true;
      case ZMQ.HANDSHAKE_FAILED_PROTOCOL -> failed((Integer) event.arg);
      default -> {}
    }
    next.consume(event);
  }

  private void disconnected() {
    connections = Math.max(0, connections - 1);
    if (connections == 0) {
      unfinished.forget();
    }
  }

  private void failed(int reason) {
    if (reason == zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC && zapHandler.isPresent()) {
      LOG.atLevel(usesAnotherServerKey ? Level.DEBUG : Level.WARN)
          .log(
              "refused a peer at {} that has another key for this server: copy this end's NAME.key"
                  + " there",
              request.endpoint());
      usesAnotherServerKey = true;
    }
  }

  @Override
  public void close() {
    zapHandler.ifPresent(ZapHandler::leave);
    next.close();
  }

  /** Whether the other end said that it does not know this end's key. */
  boolean refusesOurKey() {
    return refusesOurKey;
  }

  /** Says also who was refused, where nobody else is there. */
  Situation explain(Situation situation) {
    return situation.state() == Situation.State.CONNECTED
        ? situation
        : words()
            .map(more -> new Situation(situation.state(), situation.words() + "; " + more))
            .orElse(situation);
  }

  private Optional<String> words() {
    Optional<Key> refused = zapHandler.flatMap(ZapHandler::refusedLast);
    if (refused.isPresent()) {
      return refused.map(key -> "a client of the unknown key " + key.z85() + " was refused");
    }
    if (refusesOurKey) {
      return Optional.of("a server refused this end's key");
    }
    return usesAnotherServerKey
        ? Optional.of("a peer with another key for this server was refused")
        : Optional.empty();
  }
}
