package io.framewire;

/** What to do with a message that is none of this wire's. */
public enum BadMessages {
  /** The stream ends with an error that says what was wrong. */
  STOP,
  /** The message is skipped, counted and logged, and the stream goes on. */
  SKIP
}
