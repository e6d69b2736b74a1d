package io.framewire;

import io.framewire.error.FramewireException;
import io.framewire.error.ProtocolException;
import io.framewire.error.StreamTimeoutException;
import io.framewire.error.TransportException;
import io.framewire.frame.FramePool;
import io.framewire.internal.Backoff;
import io.framewire.spi.Codec;
import io.framewire.spi.CodecProvider;
import io.framewire.spi.Providers;
import io.framewire.spi.Situation;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportProvider;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a conversation is held over: a codec, the transport of the moment, and the memory of one
 * stream. Who has the turn talks and renews the transport; any thread may close it, which also ends
 * a renewal under way, so that no transport is left open.
 */
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  final StreamOptions options;
  final FramePool pool;
  final Codec codec;
  final StatisticsCollector statistics = new StatisticsCollector();
  final StreamStates states;
  final Skipped skipped;
  private final TransportProvider provider;
  private final Backoff backoff;
  private final Endpoint endpoint;
  private boolean unanswered;
  private volatile Optional<String> renewalFailure = Optional.empty();
  private volatile Transport transport;
  private long lostBefore;
  private boolean closed;

  private Connection(
      StreamOptions options, FramePool pool, Codec codec, TransportProvider provider) {
    this.options = options;
    this.pool = pool;
    this.codec = codec;
    this.provider = provider;
    this.states = new StreamStates(options);
    this.skipped = new Skipped(options.badMessages(), statistics);
    this.backoff = new Backoff(options.link().retryDelay(), options.link().maxRetryDelay());
    states.opening();
    try {
      this.transport = create(options.endpoint());
    } catch (RuntimeException failure) {
      states.ended(Ended.of(failure));
      throw failure;
    }
    this.endpoint = transport.endpoint();
  }

  /** Chooses the providers and binds or connects. */
  static Connection open(StreamOptions options) {
    Codec codec =
        Providers.load(CodecProvider.class, "codec")
            .with(options.codecs())
            .choose(
                options.codec(),
                CodecProvider::available,
                "this stream",
                "add io.framewire:framewire-codec-msgpack")
            .create();
    TransportProvider provider =
        Providers.load(TransportProvider.class, "transport")
            .with(options.transports())
            .choose(
                options.transport(),
                candidate -> candidate.supports(options.endpoint()),
                options.endpoint().toString(),
                "use tcp://HOST:PORT with io.framewire:framewire-transport-zmq");
    FramePool pool = new FramePool(FramePool.DEFAULT_IDLE_BUFFERS, options.memoryLimit());
    return new Connection(options, pool, codec, provider);
  }

  private Transport create(Endpoint where) {
    return provider.create(
        new TransportRequest(
            where,
            options.pattern(),
            options.role(),
            options.bind(),
            pool,
            options.link(),
            states.nextConnection()));
  }

  /** The transport of the moment. */
  Transport transport() {
    return transport;
  }

  /** Where the stream is bound or connected, however often it is renewed. */
  Endpoint endpoint() {
    return endpoint;
  }

  /** Messages lost with connections, over all of them. */
  synchronized long messagesLost() {
    return lostBefore + transport.messagesLost();
  }

  StreamStatistics snapshot() {
    return statistics.snapshot(messagesLost());
  }

  /** The other side was heard: the next trouble is a new one. */
  void heard() {
    backoff.reset();
    renewalFailure = Optional.empty();
  }

  /** What was sent last on this connection may still be answered on a later one. */
  void leaveUnanswered() {
    unanswered |= options.pattern() == Pattern.PAIR;
  }

  /** Whether an answer may be to something that was said on an earlier connection. */
  boolean mayHearLateAnswers() {
    return unanswered;
  }

  void requireCompatible() {
    Situation situation = transport.situation();
    if (situation.state() == Situation.State.INCOMPATIBLE) {
      throw new ProtocolException(situation.words());
    }
  }

  /**
   * Gives up the transport and makes another, as often as it takes; false if none could be made in
   * time.
   *
   * @throws TransportException if this is closed meanwhile
   */
  boolean renew(String why, long deadline) {
    LOG.debug("{}: a new connection, because {}", endpoint, why);
    statistics.reconnected();
    states.renewing(why);
    transport.close();
    while (pause(deadline)) {
      Optional<Transport> fresh = tryToCreate();
      if (fresh.isPresent()) {
        install(fresh.get());
        return true;
      }
    }
    return false;
  }

  /**
   * Goes on with another transport after this one has given up on what its peers sent.
   *
   * @throws ProtocolException the same, where the stream ends with the first bad message, or the
   *     peer is one that will always be wrong
   */
  void survive(ProtocolException bad, long deadline) {
    requireCompatible();
    skipped.count(bad);
    if (!renew(bad.getMessage(), deadline)) {
      throw silence("no new connection could be made");
    }
  }

  private Optional<Transport> tryToCreate() {
    try {
      return Optional.of(create(options.bind() ? endpoint : options.endpoint()));
    } catch (TransportException failure) {
      LOG.debug("{}: no new connection yet: {}", endpoint, failure.getMessage());
      renewalFailure = Optional.of(failure.getMessage());
      return Optional.empty();
    }
  }

  private void install(Transport fresh) {
    synchronized (this) {
      if (!closed) {
        lostBefore += transport.messagesLost();
        transport = fresh;
        return;
      }
    }
    fresh.close();
    throw closedMeanwhile();
  }

  /** Waits before a try; false if the time for tries is over. */
  private synchronized boolean pause(long deadline) {
    long left = deadline - System.nanoTime();
    long end = System.nanoTime() + Math.min(backoff.next().toNanos(), left);
    try {
      for (long nanos = end - System.nanoTime();
          nanos > 0 && !closed;
          nanos = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, nanos);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new TransportException(
          "interrupted while the connection at " + endpoint + " was renewed", interrupted);
    }
    if (closed) {
      throw closedMeanwhile();
    }
    return System.nanoTime() < deadline;
  }

  private TransportException closedMeanwhile() {
    return new TransportException("the connection at " + endpoint + " was closed");
  }

  /** Ends every wait, that of a renewal too, and gives what was sent last the time to leave. */
  void close(Duration linger) {
    Transport last;
    synchronized (this) {
      closed = true;
      notifyAll();
      last = transport;
    }
    last.close(linger);
  }

  /** The other side kept silent for the whole timeout, or was found to speak something else. */
  FramewireException silence(String missing) {
    Optional<String> failure = renewalFailure;
    if (failure.isEmpty()) {
      requireCompatible();
    }
    Role other = options.role().other();
    return new StreamTimeoutException(
        missing
            + " within "
            + options.seconds()
            + ": "
            + failure.orElseGet(() -> transport.situation().words())
            + skipped.words()
            + "; check that the "
            + (other == Role.RECEIVER ? "receiver" : "sender")
            + " runs, with pattern "
            + options.pattern().word(other)
            + mode()
            + (options.endpoint().scheme().equals("ipc")
                ? ", and that the path is the same"
                : ", and that host and port are the same")
            + comeBack(),
        skipped.last().orElse(null));
  }

  /** Whoever was asked has gone, and the one that is there now knows of no question. */
  private String comeBack() {
    boolean asked = options.role() == Role.SENDER && options.pattern().answers();
    return asked && !options.reconnect() && transport.peersLost() > 0
        ? "; the peer that was asked has left: turn reconnect on to go on with one that comes back"
        : "";
  }

  /** vidgear's receiver falls silent over this, without a word to the sender. */
  private String mode() {
    if (!options.pattern().answers()) {
      return "";
    }
    return " and bidirectional mode " + (options.bidirectional() ? "on" : "off");
  }
}
