package io.framewire.transport.zmq;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Unix connections of a transport: a limited number, and all of them closed with it. */
final class Links {
  /** How many at once. */
  static final int MAX = 64;

  private static final Logger LOG = LoggerFactory.getLogger(Links.class);
  private static final Duration FORCED = Duration.ofSeconds(1);

  /** A connection that has a thread, which runs until it is closed or goes on without one. */
  interface Member extends Runnable {
    void close();
  }

  private final IpcPath place;
  private final Set<Member> links = new HashSet<>();
  private final List<Channel> others = new ArrayList<>();
  private boolean closed;

  Links(IpcPath place) {
    this.place = place;
  }

  /** Takes the link over and gets it going; false if there is no room, and it was closed. */
  boolean start(Member link) {
    if (!add(link)) {
      link.close();
      return false;
    }
    boolean started = false;
    try {
      ZmqThreads.startBridge(() -> run(link), "in");
      started = true;
      return true;
    } finally {
      if (!started) {
        link.close();
        remove(link);
      }
    }
  }

  private synchronized boolean add(Member link) {
    others.removeIf(other -> !other.isOpen());
    boolean full = links.size() + others.size() >= MAX;
    if (!closed && full) {
      LOG.warn("{}: refused a connection, {} are open already", place.endpoint(), MAX);
    }
    return !closed && !full && links.add(link);
  }

  /** Counts a connection that has no thread any more, for as long as it is open. */
  synchronized void goesOn(Member link, Channel connection) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    links.remove(link);
    others.add(connection);
    notifyAll();
  }

  private void run(Member link) {
    try {
      link.run();
    } finally {
      remove(link);
    }
  }

  private synchronized void remove(Member link) {
    links.remove(link);
    notifyAll();
  }

  /** Lets them end by themselves until the deadline, then ends them. */
  void close(Deadline deadline) {
    if (!awaitNone(deadline)) {
      LOG.debug("{}: ending connections that did not end in time", place.endpoint());
    }
    for (Member link : takeAll()) {
      link.close();
    }
    if (!awaitNone(Deadline.in(FORCED))) {
      LOG.warn("{}: a connection's threads did not end in time", place.endpoint());
    }
  }

  private synchronized List<Member> takeAll() {
    closed = true;
    // only where JeroMQ is stuck are any of them still open
    others.forEach(Link::close);
    return List.copyOf(links);
  }

  private synchronized boolean awaitNone(Deadline deadline) {
    boolean interrupted = false;
    while (!links.isEmpty() && !deadline.passed()) {
      try {
        wait(deadline.sliceMillis());
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return links.isEmpty();
  }
}
