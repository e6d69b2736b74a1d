package io.framewire.transport.zmq;

import io.framewire.error.ProtocolException;
import io.framewire.spi.Transport.Sent;
import io.framewire.spi.TransportRequest;
import java.util.Optional;
import zmq.Msg;

/**
 * PUB: the first message waits for the first subscriber. Later ones wait for nobody, but after the
 * time of one wait without any subscriber the next is refused.
 */
final class Publishing implements FirstPart {
  private static final int MOST_REPORTS = 100_000;

  private final TransportRequest request;
  private final LiveSocket socket;
  private final Incoming reports;
  private final PeerWatch watch;
  private final Subscribers subscribers = new Subscribers();
  private Optional<Deadline> lonely = Optional.empty();

  Publishing(TransportRequest request, LiveSocket socket, Incoming reports, PeerWatch watch) {
    this.request = request;
    this.socket = socket;
    this.reports = reports;
    this.watch = watch;
  }

  @Override
  public Sent send(Msg part, int more, Deadline deadline) {
    if (!awaitFirstSubscriber(deadline)) {
      return Sent.TIMED_OUT;
    }
    hearReports();
    if (!somebodyListens()) {
      return lonely(deadline);
    }
    lonely = Optional.empty();
    if (socket.send(part, more, 0)) {
      return Sent.YES;
    }
    return request.bind() && watch.connections().peers() > 1
        ? sendToTheReady(part, more)
        : Sent.DROPPED;
  }

  @Override
  public boolean reachedSomebody() {
    hearReports();
    return subscribers.steady() && somebodyListens();
  }

  /** Without a subscriber frames are dropped, but not for longer than one wait may take. */
  private Sent lonely(Deadline deadline) {
    if (lonely.isEmpty()) {
      lonely = Optional.of(deadline);
    }
    return lonely.get().passed() ? Sent.TIMED_OUT : Sent.DROPPED;
  }

  /** JeroMQ may report late that the last subscriber has left, and take messages for nobody. */
  private boolean somebodyListens() {
    return subscribers.any() && watch.connections().peers() > 0;
  }

  private boolean awaitFirstSubscriber(Deadline deadline) {
    while (!watch.hasHeard()) {
      Msg report = reports.firstPart(deadline);
      if (report == null) {
        return false;
      }
      hear(report);
    }
    return true;
  }

  /** Always all of them, for a peer could make the queue of unread ones grow without end. */
  private void hearReports() {
    int heard = 0;
    for (Msg report = socket.receive(0); report != null; report = socket.receive(0)) {
      hear(report);
      if (++heard > MOST_REPORTS) {
        throw new ProtocolException(
            "subscribers of " + request.endpoint() + " come and go without end");
      }
    }
  }

  private void hear(Msg report) {
    subscribers.hear(report);
    subscribers.requireFew();
    if (subscribers.any()) {
      watch.heard();
    }
  }

  /** One slow subscriber of several must not cost the others their frames. */
  private Sent sendToTheReady(Msg part, int more) {
    socket.setNoDrop(false);
    try {
      socket.send(part, more, 0);
    } finally {
      socket.setNoDrop(true);
    }
    return Sent.PARTLY;
  }
}
