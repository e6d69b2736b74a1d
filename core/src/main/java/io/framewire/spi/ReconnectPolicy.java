package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import java.time.Duration;

/**
 * What an end does when the other one vanishes: whether it goes on with one that comes back, and
 * how soon it tries. However it is set, the time without a frame stays limited by the stream's
 * timeout. Immutable.
 *
 * @param enabled whether the conversation is taken up again with a peer that comes back
 * @param firstDelay how long to wait before the first try
 * @param maxDelay how long to wait between tries at most, while the wait doubles
 */
public record ReconnectPolicy(boolean enabled, Duration firstDelay, Duration maxDelay) {
  private static final Duration FIRST_DELAY = Duration.ofMillis(100);
  private static final Duration MAX_DELAY = Duration.ofSeconds(1);

  /** An answer that does not come ends the stream when the timeout is over. */
  public static final ReconnectPolicy NONE = new ReconnectPolicy(false, FIRST_DELAY, MAX_DELAY);

  /**
   * The stream goes on when the peer comes back; tries 0.1 s after the loss, then up to 1 s apart.
   */
  public static final ReconnectPolicy STANDARD = new ReconnectPolicy(true, FIRST_DELAY, MAX_DELAY);

  /**
   * Checks the delays.
   *
   * @param enabled whether the conversation is taken up again
   * @param firstDelay how long to wait before the first try
   * @param maxDelay how long to wait between tries at most
   * @throws ConfigurationException if the first is below 1 ms, or the last shorter than the first
   */
  public ReconnectPolicy {
    requireDelays(firstDelay, maxDelay);
  }

  /**
   * The same with other delays.
   *
   * @param first how long to wait before the first try
   * @param longest how long to wait between tries at most
   * @return the policy
   * @throws ConfigurationException if the first is below 1 ms, or the last shorter than the first
   */
  public ReconnectPolicy withDelays(Duration first, Duration longest) {
    return new ReconnectPolicy(enabled, first, longest);
  }

  static void requireDelays(Duration first, Duration longest) {
    if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
      throw new ConfigurationException(
          "the delays between tries are "
              + first
              + " to "
              + longest
              + ": use 1 ms or more, and a longest one that is not shorter than the first");
    }
  }
}
