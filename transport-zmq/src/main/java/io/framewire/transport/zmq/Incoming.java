package io.framewire.transport.zmq;

import io.framewire.error.RefusedMessageException;
import io.framewire.error.TransportException;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zmq.Msg;

/** Receives whole messages, leaving none half read. One thread at a time. */
final class Incoming {
  private static final int MAX_PARTS = 16;

  private final LiveSocket socket;
  private final PeerCheck peer;
  private final Endpoint endpoint;

  Incoming(LiveSocket socket, PeerCheck peer, Endpoint endpoint) {
    this.socket = socket;
    this.peer = peer;
    this.endpoint = endpoint;
  }

  /** The next message; empty if none came in time. */
  Optional<Multipart> receive(Deadline deadline) {
    Msg first = firstPart(deadline);
    return first == null ? Optional.empty() : Optional.of(message(first));
  }

  /** The first part of the next message; null if none came in time. */
  Msg firstPart(Deadline deadline) {
    while (true) {
      Msg part = socket.receive(deadline.sliceMillis());
      if (part != null) {
        return part;
      }
      peer.requireCompatible();
      if (deadline.passed()) {
        return null;
      }
    }
  }

  private Multipart message(Msg first) {
    List<Msg> parts = new ArrayList<>(2);
    try {
      int count = readAll(first, parts);
      requireUsable(parts, count);
    } catch (RuntimeException failure) {
      parts.forEach(Incoming::release);
      throw failure;
    }
    return new Multipart(parts.stream().map(Incoming::toPart).toList());
  }

  /** Reads to the message's end, keeping as many parts as a message may have. */
  private int readAll(Msg first, List<Msg> parts) {
    parts.add(first);
    int count = 1;
    for (Msg part = first; part.hasMore(); count++) {
      part = socket.receive(1);
      if (part == null) {
        throw new TransportException(
            "the connection at " + endpoint + " broke off inside a message");
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
    for (Msg part : parts) {
      if (part instanceof RefusedMsg refused) {
        throw new RefusedMessageException(refused.why());
      }
    }
  }

  private static void release(Msg msg) {
    if (msg instanceof BlockMsg pooled) {
      pooled.block().release();
    }
  }

  private static Part toPart(Msg msg) {
    if (msg instanceof BlockMsg pooled) {
      pooled.block().track();
      return Part.of(pooled.block().slice(0, msg.size()), pooled.block());
    }
    ByteBuffer bytes = msg.buf();
    bytes.rewind();
    return new Part(bytes, Optional.empty());
  }
}
