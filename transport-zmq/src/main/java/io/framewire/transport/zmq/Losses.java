package io.framewire.transport.zmq;

import io.framewire.spi.TransportRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Counts the messages of a one-way sender that JeroMQ took and had not given to the operating
 * system to the end when the connection went. What the operating system had, nobody knows. With
 * several peers, one that leaves shows in this only when more is unread than the others' pipes
 * hold, or the last has left. Safe for use by several threads.
 */
final class Losses {
  private record Unread(SentMsg last, int era) {}

  private final boolean counts;
  private final int perPeer;
  private final PeerWatch watch;
  private final Deque<Unread> unread = new ArrayDeque<>();
  private long lost;

  Losses(TransportRequest request, int highWaterMark, PeerWatch watch) {
    this.counts = SocketKind.isOneWaySender(request);
    // one more is being written
    this.perPeer = highWaterMark + 1;
    this.watch = watch;
  }

  /** A message was accepted by JeroMQ, of which this is the last part. */
  synchronized void sent(SentMsg last) {
    if (counts) {
      unread.addLast(new Unread(last, watch.eras()));
      look();
    }
  }

  synchronized long count() {
    look();
    return lost;
  }

  /** Holds no message's memory any longer; the count stays. */
  synchronized void close() {
    look();
    unread.clear();
  }

  private void look() {
    int over = watch.erasOver();
    int room = perPeer * Math.max(1, watch.connections().open());
    for (Iterator<Unread> each = unread.iterator(); each.hasNext(); ) {
      Unread next = each.next();
      boolean left = next.last.hasLeft();
      boolean gone = !left && (next.era <= over || unread.size() > room);
      lost += gone ? 1 : 0;
      if (left || gone) {
        each.remove();
      }
    }
  }
}
