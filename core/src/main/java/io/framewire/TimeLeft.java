package io.framewire;

import java.time.Duration;

/** What is left of a wait, whose end is a moment on the clock of {@link System#nanoTime}. */
final class TimeLeft {
  private static final Duration LOOK = Duration.ofMillis(100);

  private TimeLeft() {}

  /** As long as a wait may be between two looks at what else may have happened. */
  static Duration look(long deadline) {
    long nanos = deadline - System.nanoTime();
    return nanos >= LOOK.toNanos() ? LOOK : Duration.ofNanos(Math.max(1, nanos));
  }
}
