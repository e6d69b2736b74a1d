package io.framewire.transport.zmq;

import io.framewire.error.RefusedMessageException;
import io.framewire.spi.Situation;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One ZeroMQ socket with a context of its own. A socket may be used by one thread at a time, so
 * every use holds the lock; a close from another thread ends the wait and then gets its turn.
 */
final class ZmqTransport implements Transport {
  private static final Logger LOG = LoggerFactory.getLogger(ZmqTransport.class);
  private static final Duration FIRST_CONNECTION = Duration.ofMillis(200);

  private final OpenSocket opened;
  private final LiveSocket socket;
  private final PeerWatch watch;
  private final Strangers strangers;
  private final PeerCheck peer;
  private final InFlight inFlight;
  private final Losses losses;
  private final Incoming incoming;
  private final Outgoing outgoing;
  private final boolean hasLeads;
  private final boolean getsAnswers;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean closed = new AtomicBoolean();

  ZmqTransport(TransportRequest request) {
    this(request, Route.of(request));
  }

  ZmqTransport(TransportRequest request, Route route) {
    this.watch = new PeerWatch(request, route);
    this.strangers = new Strangers(request, watch);
    this.opened = OpenSocket.open(request, watch, strangers, route);
    this.socket = new LiveSocket(opened, watch);
    // it is on the first connection that JeroMQ may need help
    socket.settle(Deadline.in(FIRST_CONNECTION));
    this.peer = new PeerCheck(request, route.peer(), watch, strangers);
    this.inFlight = new InFlight(request, SocketKind.sendHighWaterMark(request));
    boolean owesAnswers = request.pattern() == Pattern.REQ_REP && request.role() == Role.RECEIVER;
    this.incoming = new Incoming(socket, peer, opened.endpoint(), owesAnswers);
    this.hasLeads = Lead.isUsed(request);
    this.getsAnswers = request.pattern() == Pattern.PAIR && request.role() == Role.SENDER;
    this.losses = new Losses(request, SocketKind.sendHighWaterMark(request), watch);
    this.outgoing =
        new Outgoing(socket, peer, firstPart(request), inFlight, losses, opened.endpoint());
  }

  private FirstPart firstPart(TransportRequest request) {
    FirstPart rule = rule(request);
    boolean peerMustBeKnown = request.pattern() == Pattern.PUSH_PULL && !request.bind();
    return hasLeads ? new LeadFirst(rule, socket, peer, watch, peerMustBeKnown) : rule;
  }

  private FirstPart rule(TransportRequest request) {
    if (SocketKind.isOneWaySender(request) && request.pattern() == Pattern.PUB_SUB) {
      return new Publishing(request, socket, incoming, watch);
    }
    return new Waiting(request, socket, peer, watch);
  }

  @Override
  public Sent send(Multipart message, Duration timeout) {
    Deadline deadline = Deadline.in(timeout);
    // what is said last, the end or an answer, is also said by a thread that is being stopped
    boolean interrupted = Thread.interrupted();
    lock.lock();
    try {
      return outgoing.send(message, deadline);
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public Optional<Multipart> receive(Duration timeout) {
    Deadline deadline = Deadline.in(timeout);
    lock.lock();
    try {
      Optional<Multipart> message = next(deadline);
      return hasLeads ? message.map(Lead::strip) : message;
    } catch (RefusedMessageException refused) {
      heard();
      throw refused;
    } finally {
      lock.unlock();
    }
  }

  /**
   * In PAIR no answer says to which message it is, and there may be late ones to another sender's.
   * One that comes before the last message has left is not to that.
   */
  private Optional<Multipart> next(Deadline deadline) {
    while (true) {
      Optional<Multipart> message = incoming.receive(deadline);
      if (message.isPresent()) {
        heard();
      }
      if (message.isEmpty() || !getsAnswers || outgoing.latestHasLeft()) {
        return message;
      }
      LOG.debug("{}: an answer to what another sender sent", opened.endpoint());
      message.get().close();
      if (deadline.passed()) {
        return Optional.empty();
      }
    }
  }

  private void heard() {
    watch.heard();
    inFlight.answered();
  }

  @Override
  public Endpoint endpoint() {
    return opened.endpoint();
  }

  @Override
  public Situation situation() {
    return peer.misfit().orElseGet(() -> strangers.explain(watch.situation()));
  }

  @Override
  public long peersLost() {
    return watch.peersLost();
  }

  @Override
  public long messagesLost() {
    return losses.count();
  }

  @Override
  public boolean lastLost() {
    return losses.isLastLost();
  }

  @Override
  public void close(Duration linger) {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    socket.markClosed();
    lock.lock();
    try {
      socket.settle(Deadline.in(linger.isZero() ? linger : FIRST_CONNECTION));
      if (opened.close(linger)) {
        inFlight.left();
      } else {
        inFlight.lost();
      }
      losses.close();
    } finally {
      lock.unlock();
    }
  }
}
