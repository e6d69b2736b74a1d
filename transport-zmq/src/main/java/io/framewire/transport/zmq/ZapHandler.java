package io.framewire.transport.zmq;

import io.framewire.error.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * Lets clients in by their keys, which JeroMQ asks about within the context. It asks nobody, and
 * lets everyone in, where nobody listens at that address; so this begins before the stream's socket
 * is there for others, and ends after that socket has ended with all its connections. Source: RFC
 * 27/ZAP.
 */
final class ZapHandler implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ZapHandler.class);
  private static final String ADDRESS = "inproc://zeromq.zap.01";
  private static final String CURVE = "CURVE";
  private static final int ID_PART = 1;
  private static final int MECHANISM_PART = 5;
  private static final int KEY_PART = 6;
  private static final int PARTS = 7;
  private static final int MOST_REMEMBERED = 1_000;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final Duration MARGIN = Duration.ofMillis(200);

  private final AllowList clients;
  private final ZMQ.Socket questions;
  private final ZMQ.CancellationToken end;
  private final Set<Key> refused = new HashSet<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Optional<Key> refusedLast = Optional.empty();

  private ZapHandler(AllowList clients, ZMQ.Socket questions) {
    this.clients = clients;
    this.questions = questions;
    this.end = questions.createCancellationToken();
  }

  /** From when this returns, nobody comes in without being asked for a key. */
  static ZapHandler start(ZMQ.Context context, AllowList clients) {
    ZMQ.Socket questions = context.socket(SocketType.REP);
    questions.setLinger(0);
    if (!questions.bind(ADDRESS)) {
      questions.close();
      throw new TransportException("cannot check keys: " + ADDRESS + " cannot be bound");
    }
    ZapHandler zapHandler = new ZapHandler(clients, questions);
    ZmqThreads.start(zapHandler, "zap");
    return zapHandler;
  }

  /** The last key that was turned away. */
  Optional<Key> refusedLast() {
    return refusedLast;
  }

  /** The stream's socket has ended. */
  synchronized void leave() {
    if (!end.isCancellationRequested()) {
      end.cancel();
    }
  }

  /**
   * Ends when the stream's socket has ended, which was closed, or when the time that it has for
   * what was queued is over with a margin. From then on its connections have nothing left to send
   * to anyone; and one that came to ask while the socket was closing ends only with this.
   */
  void awaitEnd(Duration linger) {
    if (!hasEndedWithin(linger.plus(MARGIN))) {
      leave();
      LOG.debug("stopped checking keys: {}", hasEndedWithin(MARGIN));
    }
  }

  private boolean hasEndedWithin(Duration limit) {
    try {
      return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException cannotWait) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void run() {
    try {
      while (!end.isCancellationRequested()) {
        surviveNext();
      }
    } finally {
      questions.close();
      ended.countDown();
    }
  }

  /** Whatever fails, the address stays taken until the stream's socket has ended. */
  private void surviveNext() {
    try {
      answerNext();
    } catch (RuntimeException | Error failure) {
      if (!end.isCancellationRequested()) {
        LOG.warn("a question about a key was not answered, so its client is not let in", failure);
        // an interrupt would end every wait
        LOG.debug("was interrupted: {}", Thread.interrupted());
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void answerNext() {
    List<byte[]> question = new ArrayList<>(PARTS);
    do {
      byte[] part = questions.recv(0, end);
      if (part == null) {
        return;
      }
      question.add(part);
    } while (questions.hasReceiveMore());
    answer(question, isKnown(question));
  }

  /** A client that cannot be judged is not let in, and gets that for an answer. */
  private boolean isKnown(List<byte[]> question) {
    try {
      return mayComeIn(question);
    } catch (RuntimeException | Error failure) {
      LOG.warn("cannot judge a client's key, so it is not let in", failure);
      return false;
    }
  }

  private boolean mayComeIn(List<byte[]> question) {
    if (question.size() != PARTS
        || !CURVE.equals(new String(question.get(MECHANISM_PART), ZMQ.CHARSET))
        || question.get(KEY_PART).length != Key.BYTES) {
      return false;
    }
    Key key = Key.of(question.get(KEY_PART));
    if (clients.contains(key)) {
      refused.remove(key);
      return true;
    }
    refuse(key);
    return false;
  }

  private void refuse(Key key) {
    refusedLast = Optional.of(key);
    boolean first = refused.size() < MOST_REMEMBERED && refused.add(key);
    LOG.atLevel(first ? Level.WARN : Level.DEBUG)
        .log(
            "refused a client of key {}: no certificate in {} has it", key.z85(), clients.folder());
  }

  /** Without a user's name, or JeroMQ would put that in front of the client's messages. */
  private void answer(List<byte[]> question, boolean yes) {
    byte[] id = question.size() > ID_PART ? question.get(ID_PART) : new byte[0];
    questions.sendMore("1.0");
    questions.sendMore(id);
    questions.sendMore(yes ? "200" : "400");
    questions.sendMore(yes ? "OK" : "unknown key");
    questions.sendMore("");
    questions.send("");
  }
}
