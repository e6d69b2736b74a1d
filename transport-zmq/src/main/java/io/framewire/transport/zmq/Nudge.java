package io.framewire.transport.zmq;

import io.framewire.wire.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Gets a connection going that JeroMQ forgot. A connecting socket's channel is registered with the
 * selector twice, by who connects and by who talks; when both happen in one turn of the I/O
 * thread's loop, the second registration is lost with the first until anything else is registered.
 * (About one new connection in twenty, measured; the peer sees an idle one, this end perhaps a
 * greeting.) So something else is, once for each connection: a listener of a moment. One thread at
 * a time.
 */
final class Nudge {
  private static final Logger LOG = LoggerFactory.getLogger(Nudge.class);
  private static final String ANYWHERE = "tcp://127.0.0.1:*";

  private final ZMQ.Context context;
  private final Settling settling;
  private final Endpoint endpoint;

  Nudge(ZMQ.Context context, Settling settling, Endpoint endpoint) {
    this.context = context;
    this.settling = settling;
    this.endpoint = endpoint;
  }

  /** Does it if it is due. */
  void ifDue() {
    if (settling.takeNudge()) {
      LOG.trace("{}: nudging JeroMQ", endpoint);
      try (ZMQ.Socket passing = context.socket(SocketType.PAIR)) {
        passing.setLinger(0);
        passing.bind(ANYWHERE);
      } catch (ZMQException cannot) {
        LOG.debug("{}: cannot nudge JeroMQ: {}", endpoint, cannot.getMessage());
      }
    }
  }
}
