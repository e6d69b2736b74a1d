package io.framewire.transport.zmq;

import io.framewire.error.TransportException;
import io.framewire.spi.Transport.Sent;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.time.Duration;
import java.util.List;
import zmq.Msg;

/** Sends whole messages and settles whose their memory is. One thread at a time. */
final class Outgoing {
  /** How long it takes to see whether a peer that left comes back or has another pattern. */
  private static final Duration VERDICT = Duration.ofMillis(300);

  private final LiveSocket socket;
  private final PeerCheck peer;
  private final FirstPart firstPart;
  private final InFlight inFlight;
  private final Endpoint endpoint;

  Outgoing(
      LiveSocket socket,
      PeerCheck peer,
      FirstPart firstPart,
      InFlight inFlight,
      Endpoint endpoint) {
    this.socket = socket;
    this.peer = peer;
    this.firstPart = firstPart;
    this.inFlight = inFlight;
    this.endpoint = endpoint;
  }

  /** Takes the message over, also when it throws. */
  Sent send(Multipart message, Deadline deadline) {
    try {
      Sent sent = sendParts(message.parts(), deadline);
      if (sent == Sent.DROPPED || sent == Sent.TIMED_OUT) {
        message.close();
      } else {
        settle(message);
      }
      return sent;
    } catch (PeerLeft left) {
      InFlight.abandon(message);
      peer.requireCompatible(Deadline.in(VERDICT));
      throw new TransportException(
          "the peer at " + endpoint + " left while a message was being sent to it", left);
    } catch (RuntimeException | Error failure) {
      InFlight.abandon(message);
      throw failure;
    }
  }

  private Sent sendParts(List<Part> parts, Deadline deadline) {
    Sent sent = firstPart.send(toMsg(parts.get(0)), moreAfter(parts, 0), deadline);
    if (sent == Sent.YES || sent == Sent.PARTLY) {
      for (int index = 1; index < parts.size(); index++) {
        sendNext(toMsg(parts.get(index)), moreAfter(parts, index));
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

  private void settle(Multipart message) {
    if (firstPart.reachedSomebody()) {
      inFlight.sent(message);
    } else {
      inFlight.lost();
      InFlight.abandon(message);
    }
  }

  private static int moreAfter(List<Part> parts, int index) {
    return index < parts.size() - 1 ? zmq.ZMQ.ZMQ_SNDMORE : 0;
  }

  private static Msg toMsg(Part part) {
    return part.block()
        .<Msg>map(block -> new BlockMsg(part.bytes(), block))
        .orElseGet(() -> new Msg(part.bytes()));
  }
}
