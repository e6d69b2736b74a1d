package io.framewire;

/** What to do with a message that is none of this wire's. */
public enum BadMessages {
  /** The stream ends with an error that says what was wrong. */
  STOP,
  /**
   * The message is skipped, counted and logged, and the stream goes on. It is answered where the
   * pattern answers, so that a sender that waits for each answer is not left waiting; a bad answer
   * counts as an empty one. Bad messages do not keep a stream alive: the timeout is the time
   * without a good frame.
   */
  SKIP
}
