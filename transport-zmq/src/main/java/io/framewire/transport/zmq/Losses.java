package io.framewire.transport.zmq;

import io.framewire.spi.TransportRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Counts the frames of a one-way sender that JeroMQ took and had not given to the operating system
 * to the end when the connection went. What the operating system had, nobody knows. With several
 * peers, one that leaves shows in this only when more is unread than the others' pipes hold, or the
 * last has left. Safe for use by several threads.
 */
final class Losses {
  private record Unread(SentMsg last, boolean frame, long number, int era) {}

  private final boolean counts;
  private final int perPeer;
  private final PeerWatch watch;
  private final Deque<Unread> unread = new ArrayDeque<>();
  private long sent;
  private long lost;
  private boolean lastLost;

  Losses(TransportRequest request, int highWaterMark, PeerWatch watch) {
    this.counts = SocketKind.isOneWaySender(request);
    // one more is being written
    this.perPeer = highWaterMark + 1;
    this.watch = watch;
  }

  /** A message was accepted by JeroMQ, of which this is the last part; it may have a frame. */
  synchronized void sent(SentMsg last, boolean frame) {
    if (counts) {
      lastLost = false;
      unread.addLast(new Unread(last, frame, ++sent, watch.eras()));
      look();
    }
  }

  synchronized long count() {
    look();
    return lost;
  }

  /** Whether what was sent last is known to be lost. */
  synchronized boolean isLastLost() {
    return lastLost;
  }

  /** The socket is closed: what has not left never will. The count stays. */
  synchronized void close() {
    look();
    unread.forEach(this::lose);
    unread.clear();
  }

  private void lose(Unread message) {
    lost += message.frame ? 1 : 0;
    lastLost |= message.number == sent;
  }

  private void look() {
    int over = watch.erasOver();
    int room = perPeer * Math.max(1, watch.connections().open());
    for (Iterator<Unread> each = unread.iterator(); each.hasNext(); ) {
      Unread next = each.next();
      boolean left = next.last.hasLeft();
      boolean gone = !left && (next.era <= over || unread.size() > room);
      if (gone) {
        lose(next);
      }
      if (left || gone) {
        each.remove();
      }
    }
  }
}
