package io.framewire.transport.zmq;

import io.framewire.error.RefusedMessageException;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zmq.Msg;

/** Receives whole messages, leaving none half read. One thread at a time. */
final class Incoming {
  private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
  private static final int MAX_PARTS = 16;
  private static final int BROKEN_OFF = -1;

  private final LiveSocket socket;
  private final PeerCheck peer;
  private final Endpoint endpoint;
  private final boolean owesAnswers;

  Incoming(LiveSocket socket, PeerCheck peer, Endpoint endpoint, boolean owesAnswers) {
    this.socket = socket;
    this.peer = peer;
    this.endpoint = endpoint;
    this.owesAnswers = owesAnswers;
  }

  /** The next whole message; empty if none came in time. */
  Optional<Multipart> receive(Deadline deadline) {
    if (owesAnswers) {
      answerLast();
    }
    for (Msg first = firstPart(deadline); first != null; first = firstPart(deadline)) {
      Optional<Multipart> message = first.hasMore() ? message(first) : single(first);
      if (message.isPresent()) {
        return message;
      }
    }
    return Optional.empty();
  }

  /**
   * JeroMQ's REP reads on where the last message has no answer, and sends the next one's to whoever
   * sent that, or to nobody. So that is over first; REP has room exactly while it owes an answer.
   */
  private void answerLast() {
    if (socket.hasRoom()) {
      socket.send(new Msg(0), 0, 0);
    }
  }

  /** The first part of the next message; null if none came in time. */
  Msg firstPart(Deadline deadline) {
    while (true) {
      Msg part = socket.receive(deadline.sliceMillis());
      if (part instanceof CipherMsg) {
        // in place of a part that JeroMQ lost
        continue;
      }
      if (part != null) {
        return part;
      }
      peer.requireCompatible();
      if (deadline.passed()) {
        return null;
      }
    }
  }

  private static Optional<Multipart> single(Msg part) {
    if (part instanceof RefusedMsg refused) {
      throw new RefusedMessageException(refused.why());
    }
    return Optional.of(Multipart.of(toPart(part)));
  }

  /** Empty if its sender left in the middle of it. */
  private Optional<Multipart> message(Msg first) {
    List<Msg> parts = new ArrayList<>(2);
    try {
      int count = readAll(first, parts);
      if (count == BROKEN_OFF) {
        LOG.debug("a connection at {} broke off inside a message", endpoint);
        parts.forEach(Incoming::release);
        return Optional.empty();
      }
      requireUsable(parts, count);
    } catch (RuntimeException failure) {
      parts.forEach(Incoming::release);
      throw failure;
    }
    Part[] received = new Part[parts.size()];
    for (int index = 0; index < received.length; index++) {
      received[index] = toPart(parts.get(index));
    }
    return Optional.of(Multipart.of(received));
  }

  /** Reads to the message's end, keeping as many parts as a message may have. */
  private int readAll(Msg first, List<Msg> parts) {
    parts.add(first);
    int count = 1;
    for (Msg part = first; part.hasMore(); count++) {
      part = socket.receive(1);
      if (part == null) {
        return BROKEN_OFF;
      }
      if (count < MAX_PARTS) {
        parts.add(part);
      } else {
        release(part);
      }
    }
    return count;
  }

  private void requireUsable(List<Msg> parts, int count) {
    if (count > MAX_PARTS) {
      throw new RefusedMessageException(
          "a message of "
              + count
              + " parts came to "
              + endpoint
              + ", more than "
              + MAX_PARTS
              + ": the other side is no Framewire or vidgear sender or receiver");
    }
    for (int index = 0; index < parts.size(); index++) {
      if (parts.get(index) instanceof RefusedMsg refused) {
        throw new RefusedMessageException(refused.why());
      }
    }
  }

  private static void release(Msg msg) {
    if (msg instanceof IncomingBlock pooled) {
      pooled.block().release();
    }
  }

  private static Part toPart(Msg msg) {
    if (msg instanceof IncomingBlock pooled) {
      pooled.block().track();
      return Part.of(pooled.block().slice(0, msg.size()), pooled.block());
    }
    ByteBuffer bytes = msg.buf();
    bytes.rewind();
    return new Part(bytes, Optional.empty());
  }
}
