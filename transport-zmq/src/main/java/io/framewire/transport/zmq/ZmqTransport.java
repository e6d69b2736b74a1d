package io.framewire.transport.zmq;

import io.framewire.error.ProtocolException;
import io.framewire.error.TransportException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import zmq.Msg;
import zmq.SocketBase;
import zmq.ZError;

/**
 * One ZeroMQ socket with a context of its own. A socket may be used by one thread at a time, so
 * every use holds the lock; waits are cut into slices, between which a close from another thread
 * gets its turn.
 */
final class ZmqTransport implements Transport {
  private static final int SLICE_MILLIS = 100;
  private static final int MAX_PARTS = 16;

  private final TransportRequest request;
  private final ZMQ.Context context;
  private final ZMQ.Socket socket;
  private final SocketBase base;
  private final Endpoint endpoint;
  private final PeerWatch watch;
  private final IncomingMemory memory;
  private final InFlight inFlight;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean closed;
  private boolean peerChecked;
  private boolean subscribed;
  private Optional<Situation> incompatible = Optional.empty();

  private ZmqTransport(TransportRequest request) {
    this.request = request;
    this.memory = new IncomingMemory(request.pool());
    this.watch = new PeerWatch(request);
    this.inFlight = new InFlight(request, ZmqSockets.highWaterMark(request));
    this.context = ZMQ.context(1);
    this.context.setThreadFactor(ZmqTransport::thread);
    this.socket = ZmqSockets.make(context, request, memory);
    this.base = socket.base();
    base.setEventHook(watch, ZMQ.EVENT_ALL);
    try {
      this.endpoint = ZmqSockets.open(socket, request);
    } catch (RuntimeException failure) {
      close(Duration.ZERO);
      throw failure;
    }
  }

  static ZmqTransport open(TransportRequest request) {
    return new ZmqTransport(request);
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, "framewire-zmq-" + name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Sent send(Multipart message, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    lock.lock();
    try {
      requireOpen();
      Sent sent = awaitReceiver(deadline) ? sendParts(message, deadline) : Sent.TIMED_OUT;
      if (sent == Sent.YES || sent == Sent.PARTLY) {
        inFlight.sent(message);
      } else {
        message.close();
      }
      return sent;
    } catch (RuntimeException failure) {
      InFlight.abandon(message);
      throw failure;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Multipart> receive(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    lock.lock();
    try {
      Msg first = receivePart(deadline);
      if (first == null) {
        inFlight.lost();
        return Optional.empty();
      }
      Multipart message = receiveRest(first);
      watch.heard();
      inFlight.answered();
      return Optional.of(message);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public Situation situation() {
    Situation seen = watch.situation();
    if (request.bind() || watch.hasHeard()) {
      return seen;
    }
    return probe().orElse(seen);
  }

  @Override
  public void close(Duration linger) {
    closed = true;
    lock.lock();
    try {
      if (context.isClosed()) {
        return;
      }
      inFlight.lost();
      socket.setLinger((int) linger.toMillis());
      socket.close();
      context.term();
    } finally {
      lock.unlock();
    }
  }

  /**
   * In the patterns without answers nothing would show that the frames went nowhere, so the
   * receiver comes first.
   */
  private boolean awaitReceiver(long deadline) {
    if (request.role() == Role.RECEIVER || request.pattern().answers()) {
      return true;
    }
    return request.pattern() == Pattern.PUB_SUB ? awaitSubscriber(deadline) : checkPuller();
  }

  private boolean awaitSubscriber(long deadline) {
    if (!subscribed) {
      subscribed = receivePart(deadline) != null;
    }
    return subscribed;
  }

  /**
   * A PUSH socket would give its first messages to a peer of any type and lose them; asks once who
   * is there.
   */
  private boolean checkPuller() {
    if (!peerChecked && !request.bind()) {
      peerChecked = true;
      requireCompatible();
    }
    return true;
  }

  private Sent sendParts(Multipart message, long deadline) {
    List<Part> parts = message.parts();
    Sent sent = sendFirst(toMsg(parts.get(0)), moreAfter(parts, 0), deadline);
    if (sent == Sent.YES || sent == Sent.PARTLY) {
      for (int index = 1; index < parts.size(); index++) {
        sendNext(toMsg(parts.get(index)), moreAfter(parts, index));
      }
    }
    return sent;
  }

  private Sent sendFirst(Msg part, int more, long deadline) {
    boolean lossy = request.pattern() == Pattern.PUB_SUB;
    while (true) {
      int millis = lossy ? 0 : sliceMillis(deadline);
      socket.setSendTimeOut(millis);
      if (base.send(part, more)) {
        return Sent.YES;
      }
      requireRetry();
      if (lossy) {
        return request.bind() ? sendToTheReady(part, more) : Sent.DROPPED;
      }
      if (System.nanoTime() >= deadline) {
        return Sent.TIMED_OUT;
      }
    }
  }

  /** One slow subscriber of several must not cost the others their frames. */
  private Sent sendToTheReady(Msg part, int more) {
    socket.setXpubNoDrop(false);
    try {
      base.send(part, more);
    } finally {
      socket.setXpubNoDrop(true);
    }
    return Sent.PARTLY;
  }

  private void sendNext(Msg part, int more) {
    if (!base.send(part, more)) {
      throw new TransportException(
          "the peer at " + request.endpoint() + " left while a frame was being sent to it");
    }
  }

  private static int moreAfter(List<Part> parts, int index) {
    return index < parts.size() - 1 ? zmq.ZMQ.ZMQ_SNDMORE : 0;
  }

  private static Msg toMsg(Part part) {
    return part.block()
        .<Msg>map(block -> new BlockMsg(part.bytes(), block))
        .orElseGet(() -> new Msg(part.bytes()));
  }

  /** The next part, null if none came in time. */
  private Msg receivePart(long deadline) {
    while (true) {
      requireOpen();
      socket.setReceiveTimeOut(sliceMillis(deadline));
      Msg part = base.recv(0);
      memory
          .refusal()
          .ifPresent(
              why -> {
                throw new TransportException(why);
              });
      if (part != null) {
        return part;
      }
      requireRetry();
      if (!request.bind() && watch.leftInSilence() && !peerChecked) {
        peerChecked = true;
        requireCompatible();
      }
      if (System.nanoTime() >= deadline) {
        return null;
      }
    }
  }

  private Multipart receiveRest(Msg first) {
    List<Part> parts = new ArrayList<>(2);
    Msg part = first;
    try {
      parts.add(toPart(part));
      while (part.hasMore()) {
        if (parts.size() == MAX_PARTS) {
          throw new ProtocolException(
              "a message of more than " + MAX_PARTS + " parts came from " + endpoint);
        }
        part = base.recv(0);
        if (part == null) {
          throw new TransportException(
              "the connection at " + endpoint + " broke off inside a message");
        }
        parts.add(toPart(part));
      }
      return new Multipart(parts);
    } catch (RuntimeException failure) {
      parts.forEach(Part::close);
      throw failure;
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

  private int sliceMillis(long deadline) {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    return (int) Math.max(1, Math.min(SLICE_MILLIS, left));
  }

  private void requireOpen() {
    if (closed) {
      throw new TransportException("the connection at " + request.endpoint() + " was closed");
    }
  }

  /**
   * After a send or receive that did nothing: fine if it was only the time, otherwise the reason.
   */
  private void requireRetry() {
    requireOpen();
    int errno = base.errno();
    if (errno != ZError.EAGAIN) {
      throw new TransportException(
          "the connection at " + request.endpoint() + " failed: " + ZError.toString(errno));
    }
  }

  private void requireCompatible() {
    probe()
        .ifPresent(
            found -> {
              throw new ProtocolException(found.words());
            });
  }

  private synchronized Optional<Situation> probe() {
    if (incompatible.isEmpty()) {
      incompatible = HandshakeProbe.socketType(request.endpoint()).flatMap(this::misfit);
    }
    return incompatible;
  }

  private Optional<Situation> misfit(String peerType) {
    SocketType mine = SocketKind.of(request.pattern(), request.role());
    if (zmq.socket.Sockets.compatible(mine.type(), peerType)) {
      return Optional.empty();
    }
    Role other = request.role().other();
    return Optional.of(
        new Situation(
            Situation.State.INCOMPATIBLE,
            "the peer at "
                + request.endpoint()
                + " has pattern "
                + SocketKind.patternWord(peerType, other)
                + ", which does not fit "
                + request.pattern().word(request.role())
                + ": use the same pattern at both ends"));
  }
}
