package io.framewire.source;

import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.internal.Backoff;
import io.framewire.spi.FrameSource;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.spi.SourceInfo;
import io.framewire.spi.SourceStatistics;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source that is opened anew: when it broke, or ended though it is live, and to play it again. A
 * round that gave no frame is the last one.
 */
final class ReopeningSource implements FrameSource {
  private static final Logger LOG = LoggerFactory.getLogger(ReopeningSource.class);
  private static final double MILLIS = 1000;

  private final String name;
  private final Supplier<FrameSource> opener;
  private final ReconnectPolicy policy;
  private final Duration limit;
  private final Backoff backoff;
  private final LastingSettings settings = new LastingSettings();
  private volatile FrameSource current;
  private volatile boolean closed;
  private Optional<Opening> opening = Optional.empty();
  private SourceStatistics past = SourceStatistics.NONE;
  private long roundsLeft;
  private long framesOfRound;
  private Optional<Long> lostNanos = Optional.empty();
  private boolean over;

  /** Plays {@code times} rounds, with 0 for ever; {@code limit} is the longest time to be lost. */
  ReopeningSource(
      String name,
      FrameSource first,
      Supplier<FrameSource> opener,
      ReconnectPolicy policy,
      Duration limit,
      int times) {
    this.name = name;
    this.current = first;
    this.opener = opener;
    this.policy = policy;
    this.limit = limit;
    this.backoff = new Backoff(policy.firstDelay(), policy.maxDelay());
    this.roundsLeft = times == 0 ? Long.MAX_VALUE : times - 1L;
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    while (!closed && !over) {
      try {
        Optional<Frame> next = current.read(pool);
        if (next.isPresent()) {
          arrived();
          return next;
        }
        ended();
      } catch (SourceException broken) {
        lost(broken);
      }
    }
    return Optional.empty();
  }

  private void arrived() {
    framesOfRound++;
    lostNanos = Optional.empty();
    backoff.reset();
  }

  private void ended() {
    if (closed) {
      return;
    }
    if (policy.enabled() && current.info().live()) {
      throw new SourceException(name + " ended");
    }
    if (roundsLeft == 0 || framesOfRound == 0) {
      over = true;
      return;
    }
    roundsLeft--;
    framesOfRound = 0;
    current.close();
    install(open(limit.toNanos()));
  }

  private void lost(SourceException broken) {
    if (closed) {
      return;
    }
    if (!policy.enabled()) {
      over = true;
      throw broken;
    }
    LOG.warn("{} was lost and is opened anew: {}", name, broken.getMessage());
    current.close();
    if (lostNanos.isEmpty()) {
      lostNanos = Optional.of(System.nanoTime());
    }
    reconnect(broken);
  }

  private void reconnect(SourceException broken) {
    SourceException cause = broken;
    for (int tries = 0; ; tries++) {
      if (!pause(Math.min(backoff.next().toNanos(), nanosLeft()))) {
        return;
      }
      if (nanosLeft() <= 0) {
        over = true;
        throw gone(tries, cause);
      }
      try {
        install(open(nanosLeft()));
        count();
        return;
      } catch (SourceException again) {
        LOG.debug("{} is not back yet: {}", name, again.getMessage());
        cause = again;
      }
    }
  }

  private SourceException gone(int tries, SourceException cause) {
    return new SourceException(
        name
            + " was lost and did not come back within "
            + limit.toMillis() / MILLIS
            + " s, in "
            + tries
            + " tries: "
            + cause.getMessage(),
        cause);
  }

  private long nanosLeft() {
    return lostNanos.orElseThrow() + limit.toNanos() - System.nanoTime();
  }

  /** Whether it was not closed meanwhile. */
  private synchronized boolean pause(long nanos) {
    long until = System.nanoTime() + nanos;
    try {
      for (long left = nanos; left > 0 && !closed; left = until - System.nanoTime()) {
        wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      over = true;
      throw new SourceException(name + ": interrupted before it was opened anew", interrupted);
    }
    return !closed;
  }

  private FrameSource open(long nanos) {
    Opening fresh = new Opening(opener);
    synchronized (this) {
      opening = Optional.of(fresh);
      if (closed) {
        fresh.abandon();
      }
    }
    return fresh.await(nanos);
  }

  private void install(FrameSource fresh) {
    settings.pass(fresh, () -> replace(fresh));
  }

  private synchronized void replace(FrameSource fresh) {
    if (closed) {
      fresh.close();
      return;
    }
    past = past.plus(current.statistics());
    current = fresh;
  }

  private synchronized void count() {
    past = past.plus(new SourceStatistics(1, 0));
    LOG.info("{} is back", name);
  }

  @Override
  public SourceInfo info() {
    return current.info();
  }

  @Override
  public synchronized SourceStatistics statistics() {
    return past.plus(current.statistics());
  }

  /** What is changed stays so when the source is opened anew, but for where it is in its frames. */
  @Override
  public void set(String option, String value) {
    settings.change(() -> current, option, value);
  }

  @Override
  public boolean lasts(String option) {
    return current.lasts(option);
  }

  @Override
  public boolean yieldsData() {
    return current.yieldsData();
  }

  @Override
  public Optional<Object> data() {
    return current.data();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      opening.ifPresent(Opening::abandon);
      notifyAll();
    }
    current.close();
  }
}
