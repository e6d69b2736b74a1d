package io.framewire.testing;

import io.framewire.error.TransportException;
import io.framewire.frame.Block;
import io.framewire.spi.Situation;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * One end of a {@link MemLink}. A message is copied into the receiving end's pool only when it is
 * received, and until then lies in the sending end's memory: whoever changes it too early is seen.
 */
final class MemTransport implements Transport {
  private final MemLink link;
  private final TransportRequest request;
  private final Role me;
  private final Role other;
  private final int departuresBefore;
  private final int messagesLostBefore;
  private Situation.State told = Situation.State.WAITING;
  private volatile boolean closed;
  private volatile boolean lastLost;
  private boolean spent;

  MemTransport(MemLink link, TransportRequest request) {
    this.link = link;
    this.request = request;
    this.me = request.role();
    this.other = me.other();
    this.departuresBefore = link.departures(other);
    this.messagesLostBefore = link.messagesLost(me);
  }

  @Override
  public Sent send(Multipart message, Duration timeout) {
    link.lock.lock();
    try {
      Sent sent = place(message, System.nanoTime() + timeout.toNanos());
      if (sent != Sent.YES) {
        message.close();
      }
      return sent;
    } catch (RuntimeException failure) {
      message.close();
      throw failure;
    } finally {
      link.lock.unlock();
    }
  }

  private Sent place(Multipart message, long deadline) {
    Queue<Multipart> queue = link.queue(other);
    if (!awaitOpen(() -> link.isThere(other), deadline)) {
      return Sent.TIMED_OUT;
    }
    if (link.breaksOff(other)) {
      spent = true;
      return Sent.LOST;
    }
    if (link.loses(other)) {
      message.close();
      return Sent.YES;
    }
    if (request.pattern() == Pattern.PUB_SUB && !queue.isEmpty()) {
      return Sent.DROPPED;
    }
    int room = request.pattern() == Pattern.PUSH_PULL ? request.options().highWaterMark() : 1;
    if (!awaitOpen(() -> queue.size() < room, deadline)) {
      return Sent.TIMED_OUT;
    }
    link.change(() -> queue.add(message));
    return Sent.YES;
  }

  @Override
  public Optional<Multipart> receive(Duration timeout) {
    link.lock.lock();
    try {
      if (!awaitOpen(() -> link.mayTake(me), System.nanoTime() + timeout.toNanos())) {
        return Optional.empty();
      }
      link.throwNext(me);
      try (Multipart message = link.queue(me).remove()) {
        link.change(() -> {});
        return Optional.of(new Multipart(message.parts().stream().map(this::copied).toList()));
      }
    } finally {
      link.lock.unlock();
    }
  }

  @Override
  public Endpoint endpoint() {
    return link.endpoint();
  }

  @Override
  public Situation situation() {
    link.lock.lock();
    try {
      if (link.isIncompatible()) {
        return new Situation(Situation.State.INCOMPATIBLE, "the peer speaks something else");
      }
      if (link.isThere(other)) {
        return new Situation(Situation.State.CONNECTED, "a peer is at " + endpoint());
      }
      return peersLost() > 0
          ? new Situation(Situation.State.DISCONNECTED, "the peer at " + endpoint() + " left")
          : new Situation(Situation.State.WAITING, "nobody is at " + endpoint());
    } finally {
      link.lock.unlock();
    }
  }

  /** With the lock held, after something changed. */
  void tellListener() {
    Situation now = situation();
    if (now.state() != told) {
      told = now.state();
      request.listener().accept(now);
    }
  }

  @Override
  public long peersLost() {
    link.lock.lock();
    try {
      return link.departures(other) - departuresBefore;
    } finally {
      link.lock.unlock();
    }
  }

  @Override
  public long messagesLost() {
    link.lock.lock();
    try {
      return request.pattern().answers() ? 0 : link.messagesLost(me) - messagesLostBefore;
    } finally {
      link.lock.unlock();
    }
  }

  @Override
  public boolean lastLost() {
    return lastLost;
  }

  @Override
  public void close(Duration linger) {
    link.lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      Queue<Multipart> queued = link.queue(other);
      try {
        link.await(
            () -> queued.isEmpty() || !link.isThere(other), System.nanoTime() + linger.toNanos());
      } finally {
        lastLost = !request.pattern().answers() && !queued.isEmpty();
        link.leave(this, me);
      }
    } finally {
      link.lock.unlock();
    }
  }

  private boolean awaitOpen(BooleanSupplier condition, long deadline) {
    boolean there = link.await(() -> closed || failed() || condition.getAsBoolean(), deadline);
    link.requireWhole();
    if (spent) {
      throw new TransportException("used after a message was lost: it can only be closed");
    }
    if (closed) {
      throw new TransportException("the connection at " + endpoint() + " was closed");
    }
    return there;
  }

  private boolean failed() {
    link.requireWhole();
    return false;
  }

  private Part copied(Part part) {
    if (part.block().isEmpty()) {
      return part;
    }
    Block block = request.pool().takeBlock(part.size());
    ByteBuffer target = block.slice(0, part.size());
    target.put(part.bytes().duplicate().rewind()).rewind();
    return Part.of(target, block);
  }
}
