package io.framewire;

import io.framewire.internal.Daemon;
import io.framewire.spi.Situation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one stream stands with its other side, over all its connections: logs each change, and hands
 * it to the user's listener on a thread of the stream's own. The transports' threads that report
 * changes here are never kept waiting. Safe for use by several threads.
 */
final class StreamStates {
  private static final Logger LOG = LoggerFactory.getLogger(StreamStates.class);
  private static final int MOST_WAITING = 64;
  private static final long LOOK_MILLIS = 1000;

  private final String stream;
  private final Optional<StateListener> listener;
  private final Deque<Change> waiting = new ArrayDeque<>();
  private Optional<StreamStatus> status = Optional.empty();
  private int connection;

  StreamStates(StreamOptions options) {
    this.stream = options.pattern().word(options.role()) + " at " + options.endpoint();
    this.listener = options.listener();
  }

  /** The stream begins. */
  synchronized void opening() {
    change(StreamState.CONNECTING, "the stream opens");
    listener.ifPresent(told -> Daemon.run("framewire-states", () -> tell(told)));
  }

  /** How it stands, from its opening on. */
  synchronized StreamStatus now() {
    return status.orElseThrow();
  }

  /** For the next connection to report to; what the ones before still say is not heard any more. */
  synchronized Consumer<Situation> nextConnection() {
    int reporting = ++connection;
    return situation -> report(reporting, situation);
  }

  /** A connection is given up for a new one. */
  synchronized void renewing(String why) {
    connection++;
    change(StreamState.RETRYING, why);
  }

  /** The other side has said that it leaves, so that its leaving is no news. */
  synchronized void ending() {
    connection++;
  }

  /** The stream is over. */
  synchronized void ended(Ended reason) {
    change(StreamState.ENDED, reason.word());
  }

  private synchronized void report(int reporting, Situation situation) {
    if (reporting != connection) {
      return;
    }
    switch (situation.state()) {
      case CONNECTED -> change(StreamState.CONNECTED, situation.words());
      case DISCONNECTED -> change(StreamState.DISCONNECTED, situation.words());
      case RETRYING -> change(StreamState.RETRYING, situation.words());
      // nobody yet is what a stream begins with, and a peer that does not fit ends it
      case WAITING, INCOMPATIBLE -> {}
    }
  }

  private void change(StreamState next, String words) {
    if (isIn(next) || isIn(StreamState.ENDED)) {
      return;
    }
    status = Optional.of(new StreamStatus(next, words));
    LOG.debug("{}: {}, {}", stream, next, words);
    if (listener.isPresent()) {
      if (waiting.size() == MOST_WAITING) {
        LOG.debug("{}: the state listener is too slow, so it misses {}", stream, waiting.poll());
      }
      waiting.add(new Change(next, words));
      notifyAll();
    }
  }

  private boolean isIn(StreamState one) {
    return status.filter(now -> now.state() == one).isPresent();
  }

  private void tell(StateListener told) {
    StreamState last = StreamState.CONNECTING;
    for (boolean first = true; first || last != StreamState.ENDED; first = false) {
      Change change;
      try {
        change = next();
      } catch (InterruptedException interrupted) {
        return;
      }
      // two of the same are left where the ones between them were missed
      if (first || change.state() != last) {
        tell(told, change);
      }
      last = change.state();
    }
  }

  private void tell(StateListener told, Change change) {
    try {
      told.changed(change.state(), change.words());
    } catch (RuntimeException | Error failure) {
      LOG.warn("{}: the state listener failed on {}", stream, change.state(), failure);
    }
  }

  private synchronized Change next() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait(LOOK_MILLIS);
    }
    return waiting.remove();
  }

  private record Change(StreamState state, String words) {}
}
