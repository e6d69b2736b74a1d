package io.framewire;

import io.framewire.error.ProtocolException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Bad messages: the first one ends the stream, or all are counted. Used by one thread at a time.
 */
final class Skipped {
  private static final Logger LOG = LoggerFactory.getLogger(Skipped.class);

  private final boolean skip;
  private final StatisticsCollector statistics;
  private Optional<ProtocolException> last = Optional.empty();
  private long sinceGood;
  private boolean warned;

  Skipped(BadMessages policy, StatisticsCollector statistics) {
    this.skip = policy == BadMessages.SKIP;
    this.statistics = statistics;
  }

  /** Counts a bad message; throws it where the first one ends the stream. */
  void count(ProtocolException bad) {
    if (!skip) {
      throw bad;
    }
    statistics.skipped();
    sinceGood++;
    last = Optional.of(bad);
    LOG.atLevel(warned ? Level.DEBUG : Level.WARN)
        .log("a bad message was skipped: {}", bad.getMessage());
    warned = true;
  }

  /** A good message came. */
  void good() {
    sinceGood = 0;
    last = Optional.empty();
  }

  /** The last bad message since a good one. */
  Optional<ProtocolException> last() {
    return last;
  }

  /** For the end of a sentence about what did not come; empty where nothing bad came either. */
  String words() {
    return last.map(
            bad ->
                "; "
                    + sinceGood
                    + (sinceGood == 1 ? " bad message was" : " bad messages were")
                    + " skipped meanwhile, the last because: "
                    + bad.getMessage())
        .orElse("");
  }
}
