package io.framewire.transport.zmq;

import io.framewire.spi.Transport.Sent;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zmq.Msg;

/** Sends whole messages and settles whose their memory is. One thread at a time. */
final class Outgoing {
  private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

  /** How long it takes to see whether a peer that left comes back or has another pattern. */
  private static final Duration VERDICT = Duration.ofMillis(300);

  private final LiveSocket socket;
  private final PeerCheck peer;
  private final FirstPart firstPart;
  private final InFlight inFlight;
  private final Losses losses;
  private final Endpoint endpoint;
  // weakly, for abandoned memory is the garbage collector's once JeroMQ has let go of it
  private WeakReference<SentMsg> latest = new WeakReference<>(null);

  Outgoing(
      LiveSocket socket,
      PeerCheck peer,
      FirstPart firstPart,
      InFlight inFlight,
      Losses losses,
      Endpoint endpoint) {
    this.socket = socket;
    this.peer = peer;
    this.firstPart = firstPart;
    this.inFlight = inFlight;
    this.losses = losses;
    this.endpoint = endpoint;
  }

  /** Takes the message over, also when it throws. */
  Sent send(Multipart message, Deadline deadline) {
    try {
      SentMsg[] parts = wrap(message);
      Sent sent = sendParts(parts, deadline);
      if (sent == Sent.DROPPED || sent == Sent.TIMED_OUT) {
        message.close();
      } else {
        // what did not reach anybody is LOST, and so not counted among the losses
        boolean frame = hasFrame(message);
        settle(message, parts[0]);
        latest = new WeakReference<>(parts[parts.length - 1]);
        losses.sent(parts[parts.length - 1], frame);
      }
      return sent;
    } catch (PeerLeft left) {
      InFlight.abandon(message);
      peer.requireCompatible(Deadline.in(VERDICT));
      LOG.debug("{}: the peer left in the middle of a message", endpoint, left);
      return Sent.LOST;
    } catch (RuntimeException | Error failure) {
      InFlight.abandon(message);
      throw failure;
    }
  }

  /** Whether nobody reads what was sent last any more, so that it can have been answered. */
  boolean latestHasLeft() {
    SentMsg last = latest.get();
    return last == null || last.hasLeft();
  }

  private static SentMsg[] wrap(Multipart message) {
    SentMsg[] parts = new SentMsg[message.parts().size()];
    for (int index = 0; index < parts.length; index++) {
      parts[index] = new SentMsg(message.parts().get(index));
    }
    return parts;
  }

  private Sent sendParts(SentMsg[] parts, Deadline deadline) {
    Sent sent = firstPart.send(parts[0], moreAfter(parts, 0), deadline);
    if (sent == Sent.YES || sent == Sent.PARTLY) {
      for (int index = 1; index < parts.length; index++) {
        sendNext(parts[index], moreAfter(parts, index));
      }
    }
    return sent;
  }

  /** Does not wait: meanwhile another peer could come and be given the rest of the message. */
  private void sendNext(Msg part, int more) {
    if (!socket.send(part, more, 0)) {
      socket.markClosed();
      throw new PeerLeft(null);
    }
  }

  private void settle(Multipart message, SentMsg first) {
    if (firstPart.reachedSomebody()) {
      inFlight.sent(message, first);
    } else {
      inFlight.lost();
      InFlight.abandon(message);
    }
  }

  private static boolean hasFrame(Multipart message) {
    boolean frame = false;
    for (int index = 0; index < message.parts().size(); index++) {
      frame |= message.parts().get(index).block().isPresent();
    }
    return frame;
  }

  private static int moreAfter(SentMsg[] parts, int index) {
    return index < parts.length - 1 ? zmq.ZMQ.ZMQ_SNDMORE : 0;
  }
}
