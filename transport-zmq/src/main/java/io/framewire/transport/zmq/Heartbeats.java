package io.framewire.transport.zmq;

import java.time.Duration;
import org.zeromq.ZMQ;

/**
 * Has a socket ask its peers for signs of life. JeroMQ 0.6.0 forgets a timeout that is longer than
 * the interval: it cancels it by a mark that stays on the one set next (zmq.util.MultiMap). So the
 * timeout is shorter, and both together are less than the limit. A question waits until the message
 * before it has left.
 */
final class Heartbeats {
  /** Told to the peer in tenths of a second, in 16 bits; JeroMQ wants it in milliseconds. */
  private static final long LONGEST_TTL_MILLIS = 655_300;

  private Heartbeats() {}

  /** Makes it drop a peer that is silent for as long; zero for never. */
  static void configure(ZMQ.Socket socket, Duration limit) {
    if (limit.isZero()) {
      return;
    }
    int interval = (int) (limit.toMillis() / 2);
    socket.setHeartbeatIvl(interval);
    socket.setHeartbeatTimeout(interval - interval / 10);
    socket.setHeartbeatTtl((int) Math.min(LONGEST_TTL_MILLIS, limit.toMillis()));
  }
}
