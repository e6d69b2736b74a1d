package io.framewire.transport.zmq;

import io.framewire.error.TransportException;
import io.framewire.wire.Endpoint;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.zeromq.ZMQ;
import zmq.Msg;
import zmq.SocketBase;
import zmq.ZError;

/**
 * A socket in use: every wait ends soon after it was marked as closed, and whatever JeroMQ reports
 * other than that nothing happened becomes an exception. One thread at a time, but {@link
 * #markClosed} from any.
 */
final class LiveSocket {
  private static final int SETTLING_SLICE_MILLIS = 5;

  private final ZMQ.Socket socket;
  private final SocketBase base;
  private final Endpoint endpoint;
  private final PeerWatch watch;
  private final Settling settling;
  private final Nudge nudge;
  private int sendTimeout = -1;
  private int receiveTimeout = -1;
  private volatile boolean closed;

  LiveSocket(OpenSocket opened, PeerWatch watch) {
    this.socket = opened.socket();
    this.base = socket.base();
    this.endpoint = opened.endpoint();
    this.settling = watch.settling();
    this.nudge = new Nudge(opened.context(), settling, endpoint);
    this.watch = watch;
  }

  /** Sends a part, waiting for room; false if there was none, and nothing was sent. */
  boolean send(Msg part, int more, int millis) {
    requireOpen();
    int wait = slice(millis);
    if (wait != sendTimeout) {
      socket.setSendTimeOut(wait);
      sendTimeout = wait;
    }
    try {
      return base.send(part, more) || nothing();
    } catch (AssertionError broken) {
      // with the JVM's -ea, JeroMQ asserts that no peer leaves between two parts
      throw new PeerLeft(broken);
    }
  }

  /** The next part; null if none came. */
  Msg receive(int millis) {
    requireOpen();
    int wait = slice(millis);
    if (wait != receiveTimeout) {
      socket.setReceiveTimeOut(wait);
      receiveTimeout = wait;
    }
    Msg part = base.recv(0);
    if (part == null) {
      nothing();
    }
    return part;
  }

  /** Waits until a message could be sent; false if none could. */
  boolean awaitRoom(int millis) {
    requireOpen();
    return base.poll(zmq.ZMQ.ZMQ_POLLOUT, slice(millis), null) > 0 || nothing();
  }

  /** Whether a message could be sent now. */
  boolean hasRoom() {
    requireOpen();
    return base.poll(zmq.ZMQ.ZMQ_POLLOUT, 0, null) > 0;
  }

  /** Waits until the connection is going; false if it is not yet. */
  boolean awaitSettled(int millis) {
    requireOpen();
    return pauseToSettle(millis);
  }

  /** Gives a connection that is being made the time to get going. */
  void settle(Deadline deadline) {
    while (!pauseToSettle(SETTLING_SLICE_MILLIS) && !deadline.passed()) {
      // every pause looks and nudges
    }
  }

  /** Waits a moment for something that is no message. */
  void pause() {
    requireOpen();
    watch.look();
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SETTLING_SLICE_MILLIS));
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  private boolean pauseToSettle(int millis) {
    nudge.ifDue();
    if (settling.is()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.min(millis, SETTLING_SLICE_MILLIS)));
    }
    return !settling.is();
  }

  /** A wait is short while a connection may have to be helped along, or a place to be cleared. */
  private int slice(int millis) {
    nudge.ifDue();
    watch.look();
    return watch.isRestless() ? Math.min(millis, SETTLING_SLICE_MILLIS) : millis;
  }

  /** Whether a publisher refuses to send what one of its subscribers has no room for. */
  void setNoDrop(boolean noDrop) {
    socket.setXpubNoDrop(noDrop);
  }

  void markClosed() {
    closed = true;
  }

  void requireOpen() {
    if (closed) {
      throw new TransportException("the connection at " + endpoint + " was closed");
    }
  }

  /** Fine if it was only the time, otherwise the reason. */
  private boolean nothing() {
    requireOpen();
    int errno = base.errno();
    if (errno == ZError.EINTR) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
    if (errno != ZError.EAGAIN) {
      throw new TransportException(
          "the connection at " + endpoint + " failed: " + ZError.toString(errno));
    }
    return false;
  }

  private TransportException interrupted() {
    return new TransportException(
        "this thread was interrupted while it waited for the peer at " + endpoint);
  }
}
