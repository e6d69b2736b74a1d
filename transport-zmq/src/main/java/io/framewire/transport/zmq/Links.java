package io.framewire.transport.zmq;

import java.time.Duration;
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

  private final IpcPath place;
  private final Set<Link> links = new HashSet<>();
  private boolean closed;

  Links(IpcPath place) {
    this.place = place;
  }

  /** Takes the link over and gets it going; false if there is no room, and it was closed. */
  boolean start(Link link) {
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

  private synchronized boolean add(Link link) {
    if (!closed && links.size() >= MAX) {
      LOG.warn("{}: refused a connection, {} are open already", place.endpoint(), MAX);
    }
    return !closed && links.size() < MAX && links.add(link);
  }

  private void run(Link link) {
    try {
      link.run();
    } finally {
      remove(link);
    }
  }

  private synchronized void remove(Link link) {
    links.remove(link);
    notifyAll();
  }

  /** Lets them end by themselves until the deadline, then ends them. */
  void close(Deadline deadline) {
    if (!awaitNone(deadline)) {
      LOG.debug("{}: ending connections that did not end in time", place.endpoint());
    }
    for (Link link : takeAll()) {
      link.close();
    }
    if (!awaitNone(Deadline.in(FORCED))) {
      LOG.warn("{}: a connection's threads did not end in time", place.endpoint());
    }
  }

  private synchronized List<Link> takeAll() {
    closed = true;
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
