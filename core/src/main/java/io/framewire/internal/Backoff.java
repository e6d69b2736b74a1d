package io.framewire.internal;

import java.time.Duration;

/** Ever longer pauses between tries, until one succeeds. Used by one thread at a time. */
public final class Backoff {
  private final Duration first;
  private final Duration longest;
  private Duration next;

  /**
   * Pauses.
   *
   * @param first the first one
   * @param longest the longest one
   */
  public Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /**
   * How long to wait now.
   *
   * @return twice as long as the last time, up to the longest
   */
  public Duration next() {
    Duration pause = next;
    Duration twice = pause.multipliedBy(2);
    next = twice.compareTo(longest) < 0 ? twice : longest;
    return pause;
  }

  /** A try succeeded: the next pause is the first one. */
  public void reset() {
    next = first;
  }
}
