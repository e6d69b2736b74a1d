package io.framewire.tck;

import io.framewire.error.RefusedMessageException;
import io.framewire.error.TransportException;
import io.framewire.frame.Block;
import io.framewire.spi.Situation;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/** A transport in front of core's in-memory one, where it may go wrong. */
final class TinyTransport implements Transport {
  private static final Duration LONG = Duration.ofMillis(1200);
  private static final int DROPPED = 7;

  private final TransportFlaw flaw;
  private final TransportRequest request;
  private final Transport memory;
  private final Runnable onClose;
  private final CountDownLatch threadsEnd = Forgotten.thread("tiny", true);
  private final ReentrantLock turn = new ReentrantLock();
  private final byte[] oneBuffer = new byte[100_000];
  private volatile boolean closed;
  private int sent;

  TinyTransport(TransportFlaw flaw, TransportRequest request, Transport memory, Runnable onClose) {
    this.flaw = flaw;
    this.request = request;
    this.memory = memory;
    this.onClose = onClose;
  }

  @Override
  public Sent send(Multipart message, Duration timeout) {
    requireOpen(message);
    if (!closed && is(TransportFlaw.KEEPS_WHAT_IT_SENT)) {
      message.parts().forEach(part -> part.block().ifPresent(Block::retain));
    }
    if (is(TransportFlaw.DROPS_A_MESSAGE) && ++sent == DROPPED) {
      message.close();
      return Sent.YES;
    }
    lock(TransportFlaw.CLOSE_WAITS_FOR_THE_SENDER);
    try {
      Duration limit = is(TransportFlaw.IGNORES_THE_SEND_TIMEOUT) ? LONG : timeout;
      Sent result = memory.send(changed(message), limit);
      return result == Sent.TIMED_OUT && is(TransportFlaw.TAKES_WITHOUT_END) ? Sent.YES : result;
    } finally {
      unlock(TransportFlaw.CLOSE_WAITS_FOR_THE_SENDER);
    }
  }

  private void requireOpen(Multipart message) {
    if (closed && is(TransportFlaw.KEEPS_WHAT_IT_COULD_NOT_SEND)) {
      throw new TransportException("closed");
    }
    if (closed && is(TransportFlaw.THROWS_ITS_OWN_EXCEPTION)) {
      message.close();
      throw new IllegalStateException("closed");
    }
  }

  private Multipart changed(Multipart message) {
    if (is(TransportFlaw.FREES_WHAT_IT_HAS_NOT_SENT)) {
      message.close();
      return new Multipart(
          message.parts().stream().map(part -> new Part(part.bytes(), Optional.empty())).toList());
    }
    boolean many = message.parts().size() > 2;
    return many && is(TransportFlaw.JOINS_SMALL_PARTS) ? withoutEmptyOnes(message) : message;
  }

  private static Multipart withoutEmptyOnes(Multipart message) {
    List<Part> parts = new ArrayList<>();
    for (Part part : message.parts()) {
      if (part.size() > 0) {
        parts.add(part);
      } else {
        part.close();
      }
    }
    return new Multipart(parts);
  }

  @Override
  public Optional<Multipart> receive(Duration timeout) {
    if (is(TransportFlaw.SWALLOWS_INTERRUPTS)) {
      Thread.interrupted();
    }
    lock(TransportFlaw.CLOSE_WAITS_FOR_THE_RECEIVER);
    try {
      return memory.receive(waiting(timeout)).map(this::received);
    } finally {
      unlock(TransportFlaw.CLOSE_WAITS_FOR_THE_RECEIVER);
    }
  }

  private Duration waiting(Duration timeout) {
    if (is(TransportFlaw.IGNORES_THE_RECEIVE_TIMEOUT) && timeout.compareTo(LONG) < 0) {
      return LONG;
    }
    boolean impatient = is(TransportFlaw.DOES_NOT_WAIT) && timeout.toMillis() < 100;
    return impatient ? Duration.ZERO : timeout;
  }

  private Multipart received(Multipart message) {
    boolean over =
        message.parts().stream()
            .anyMatch(part -> part.size() > request.options().maxMessageBytes());
    if (over && !is(TransportFlaw.KNOWS_NO_LIMIT)) {
      message.close();
      throw new RefusedMessageException("a part is larger than the limit");
    }
    return is(TransportFlaw.READS_INTO_ONE_BUFFER) && message.parts().size() == 2
        ? inOneBuffer(message)
        : message;
  }

  private Multipart inOneBuffer(Multipart message) {
    Part large = message.parts().get(1);
    if (large.size() >= oneBuffer.length) {
      return message;
    }
    try (message) {
      ByteBuffer target = ByteBuffer.wrap(oneBuffer, 0, large.size()).slice();
      target.put(large.bytes().duplicate()).rewind();
      return Multipart.of(message.parts().get(0), new Part(target, Optional.empty()));
    }
  }

  @Override
  public Endpoint endpoint() {
    return memory.endpoint();
  }

  @Override
  public Situation situation() {
    if (closed && is(TransportFlaw.CANNOT_BE_ASKED_AFTER_THE_CLOSE)) {
      throw new TransportException("closed");
    }
    return is(TransportFlaw.NOTICES_NO_PEER)
        ? new Situation(Situation.State.WAITING, "nobody is there")
        : memory.situation();
  }

  @Override
  public long peersLost() {
    return memory.peersLost();
  }

  @Override
  public long messagesLost() {
    return memory.messagesLost();
  }

  @Override
  public boolean lastLost() {
    return memory.lastLost();
  }

  @Override
  public void close(Duration linger) {
    if (closed && is(TransportFlaw.CANNOT_BE_CLOSED_TWICE)) {
      throw new TransportException("closed");
    }
    lock(TransportFlaw.CLOSE_WAITS_FOR_THE_SENDER);
    lock(TransportFlaw.CLOSE_WAITS_FOR_THE_RECEIVER);
    try {
      memory.close(is(TransportFlaw.DOES_NOT_LINGER) ? Duration.ZERO : linger);
    } finally {
      unlock(TransportFlaw.CLOSE_WAITS_FOR_THE_RECEIVER);
      unlock(TransportFlaw.CLOSE_WAITS_FOR_THE_SENDER);
    }
    closed = true;
    onClose.run();
    if (!is(TransportFlaw.LEAVES_A_THREAD)) {
      threadsEnd.countDown();
    }
  }

  private void lock(TransportFlaw which) {
    if (is(which)) {
      turn.lock();
    }
  }

  private void unlock(TransportFlaw which) {
    if (is(which)) {
      turn.unlock();
    }
  }

  private boolean is(TransportFlaw which) {
    return flaw == which;
  }
}
